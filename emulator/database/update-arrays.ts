import { requestFailed } from './errors';
import { compileFilter, type Matcher } from './match';
import { compareBy, type SortField, toPath } from './paths';
import type { Slot } from './update-slot';
import { compareValues, type Document, display, isDocument, Rank, rankOf, sameValue, typeName, type Value } from './values';

/** Update operators on arrays, with Mongo's refusals. */

const identity = (slot: Slot) => `{_id: ${JSON.stringify(slot.document._id)}}`;

function arrayIn(slot: Slot, complaint: (value: Value) => string): Value[] | undefined {
  const value = slot.get();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw requestFailed(complaint(value));
  return value;
}

const isModified = (operand: Value): operand is Document => isDocument(operand) && Object.hasOwn(operand, '$each');

function eachOf(operand: Value, operator: string): Value[] {
  if (!isModified(operand)) return [operand];
  const { $each } = operand;
  if (!Array.isArray($each)) {
    throw requestFailed(`The argument to $each in ${operator} must be an array but it was of type: ${typeName($each)}`);
  }
  return $each;
}

function wholeNumber(value: Value, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw requestFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return value;
}

/** `$sort` of `$push`: 1 or -1 by the whole member, or a document of fields. */
function sortMembers(members: Value[], order: Value): void {
  if (order === 1 || order === -1) {
    members.sort((left, right) => compareValues(left, right) * order);
    return;
  }
  if (!isDocument(order)) throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const fields = Object.entries(order).map(
    ([field, direction]): SortField => ({ field, path: toPath(field), direction: direction === -1 ? -1 : 1 }),
  );
  const keys = (member: Value) => (isDocument(member) ? member : {});
  members.sort((left, right) => compareBy(fields, keys(left), keys(right)));
}

const PUSH_CLAUSES = new Set(['$each', '$position', '$slice', '$sort']);

export function push(slot: Slot, operand: Value): void {
  const current = arrayIn(
    slot,
    (value) => `The field '${slot.path}' must be an array but is of type ${typeName(value)} in document ${identity(slot)}`,
  );
  const members = [...(current ?? [])];
  const added = eachOf(operand, '$push');
  const clauses: Document = isModified(operand) ? operand : {};
  const unknown = Object.keys(clauses).find((clause) => !PUSH_CLAUSES.has(clause));
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  const { $position = members.length, $slice, $sort } = clauses;
  members.splice(wholeNumber($position, '$position'), 0, ...added);
  if ($sort !== undefined) sortMembers(members, $sort);
  if ($slice === undefined) return slot.set(members);
  const kept = wholeNumber($slice, '$slice');
  slot.set(kept === 0 ? [] : kept > 0 ? members.slice(0, kept) : members.slice(kept));
}

export function addToSet(slot: Slot, operand: Value): void {
  const current = arrayIn(
    slot,
    (value) => `Cannot apply $addToSet to non-array field. Field named '${slot.name}' has non-array type ${typeName(value)}`,
  );
  const members = [...(current ?? [])];
  for (const candidate of eachOf(operand, '$addToSet')) {
    if (!members.some((member) => sameValue(member, candidate))) members.push(candidate);
  }
  slot.set(members);
}

export function pop(slot: Slot, operand: Value): void {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${display(operand)}`);
  const members = arrayIn(slot, (value) => `Path '${slot.path}' contains an element of non-array type '${typeName(value)}'`);
  if (members) slot.set(operand === 1 ? members.slice(0, -1) : members.slice(1));
}

const NOT_AN_ARRAY = () => 'Cannot apply $pull to a non-array value';

/** What `$pull` removes: members equal to a value, or that match a condition, or whose fields do. */
function pulled(operand: Value): (member: Value) => boolean {
  if (rankOf(operand) === Rank.regex) return asMember(compileFilter({ member: operand }));
  if (!isDocument(operand)) return (member) => sameValue(member, operand);
  const first = Object.keys(operand)[0] ?? '';
  const onValues = first.startsWith('$') && !['$and', '$or', '$nor'].includes(first);
  if (onValues) return asMember(compileFilter({ member: operand }));
  const matches = compileFilter(operand);
  return (member) => isDocument(member) && matches(member);
}

const asMember = (matches: Matcher) => (member: Value) => matches({ member });

export function pull(slot: Slot, operand: Value): void {
  const members = arrayIn(slot, NOT_AN_ARRAY);
  if (!members) return;
  const gone = pulled(operand);
  slot.set(members.filter((member) => !gone(member)));
}

export function pullAll(slot: Slot, operand: Value): void {
  if (!Array.isArray(operand)) throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const members = arrayIn(slot, NOT_AN_ARRAY);
  if (members) slot.set(members.filter((member) => !operand.some((candidate) => sameValue(candidate, member))));
}
