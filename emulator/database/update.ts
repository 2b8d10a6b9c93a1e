import { invalidParameter, requestFailed } from './errors';
import { addToSet, pop, pull, pullAll, push } from './update-arrays';
import { positions } from './update-positions';
import { findSlot, type Slot } from './update-slot';
import {
  compareValues,
  copyValue,
  type Document,
  display,
  isDocument,
  type StoredDocument,
  typeName,
  type Value,
} from './values';

/**
 * Update operators as Mongo applies them. mingo's updater is not used: it silently skips what Mongo refuses (wrong
 * types, paths through null or a scalar).
 */

interface Operator {
  /** Whether missing objects on the way are made. */
  readonly creates: boolean;
  apply(slot: Slot, operand: Value): void;
}

const identity = (slot: Slot) => `{_id: ${JSON.stringify(slot.document._id)}}`;

function arithmetic(name: '$inc' | '$mul', compute: (current: number, operand: number) => number): Operator {
  const verb = name === '$inc' ? 'increment' : 'multiply';
  return {
    creates: true,
    apply(slot, operand) {
      if (typeof operand !== 'number') {
        throw requestFailed(`Cannot ${verb} with non-numeric argument: {${slot.path}: ${display(operand)}}`);
      }
      const current = slot.get() ?? (slot.get() === undefined ? 0 : null);
      if (typeof current !== 'number') {
        const kind = typeName(current);
        throw requestFailed(
          `Cannot apply ${name} to a value of non-numeric type. ${identity(slot)} has the field '${slot.name}' of non-numeric type ${kind}`,
        );
      }
      slot.set(compute(current, operand));
    },
  };
}

/** `$min` (-1) and `$max` (1) by Mongo's order of all types. */
function extreme(direction: 1 | -1): Operator {
  return {
    creates: true,
    apply(slot, operand) {
      const current = slot.get();
      if (current === undefined || compareValues(operand, current) * direction > 0) slot.set(copyValue(operand));
    },
  };
}

function rename(slot: Slot, operand: Value): void {
  if (typeof operand !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${slot.path}: ${display(operand)}`);
  if (slot.inArray) throw requestFailed(`The source field cannot be an array element, '${slot.path}'`);
  const value = slot.get();
  if (value === undefined) return;
  slot.unset();
  const target = findSlot(slot.document, operand, true);
  if (target?.inArray) throw requestFailed(`The destination field cannot be an array element, '${operand}'`);
  target?.set(value);
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: { creates: true, apply: (slot, operand) => slot.set(copyValue(operand)) },
  $unset: { creates: false, apply: (slot) => slot.unset() },
  $inc: arithmetic('$inc', (current, operand) => current + operand),
  $mul: arithmetic('$mul', (current, operand) => current * operand),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: { creates: false, apply: rename },
  $push: { creates: true, apply: push },
  $addToSet: { creates: true, apply: addToSet },
  $pop: { creates: false, apply: pop },
  $pull: { creates: false, apply: pull },
  $pullAll: { creates: false, apply: pullAll },
};

interface Change {
  readonly operator: Operator;
  readonly path: string;
  readonly operand: Value;
}

/** An update, checked once and applied to each document. */
export type Update = (before: StoredDocument) => StoredDocument;

/**
 * Compiles `{ $set: …, $inc: … }`. `filter` decides which array member a `$` in a path means. Throws what Mongo
 * refuses; the thrown message is Mongo's, without the wrapping of its driver.
 */
export function compileUpdate(update: Document, filter: Document): Update {
  const changes = readChanges(update);
  if (!changes.length) throw requestFailed('update document must have at least one element');
  return (before) => {
    const after = copyValue(before);
    const resolved = changes.flatMap((change) => {
      return positions(change.path, before, filter).map((path) => ({ ...change, path }));
    });
    checkConflicts(resolved);
    for (const { operator, path, operand } of resolved) {
      const slot = findSlot(after, path, operator.creates);
      if (slot) operator.apply(slot, operand);
    }
    return after;
  };
}

function readChanges(update: Document): Change[] {
  return Object.entries(update).flatMap(([name, fields]) => {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (!operator) {
      throw requestFailed(
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields)) {
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}}`,
      );
    }
    const entries = Object.entries(fields);
    if (!entries.length) throw requestFailed(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`);
    for (const [path, operand] of entries) checkField(name, path, operand);
    return entries.map(([path, operand]) => ({ operator, path, operand }));
  });
}

function checkField(operator: string, path: string, operand: Value): void {
  if (path === '_id' || path.startsWith('_id.')) throw invalidParameter('不能更新_id的值');
  if (path.split('.').some((piece) => piece === '')) {
    throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const dollar = path.split('.').find((piece) => piece.startsWith('$') && piece !== '$' && piece !== '$[]');
  if (dollar) throw requestFailed(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`);
  if (operator === '$rename' && operand === path) {
    throw requestFailed(`The source and target field for $rename must differ: ${path}: ${display(operand)}`);
  }
  const stored = isDocument(operand) && Object.hasOwn(operand, '$each') ? operand.$each : operand;
  if (operator !== '$pull' && stored !== undefined) checkStorable(stored, path);
}

/** Refuses field names that Mongo does not store. */
export function checkStorable(value: Value, path = ''): void {
  if (Array.isArray(value)) value.forEach((member, index) => checkStorable(member, `${path}.${index}`));
  if (!isDocument(value)) return;
  for (const [field, member] of Object.entries(value)) {
    const inner = path ? `${path}.${field}` : field;
    if (field.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${field}' in '${inner}' is not valid for storage.`);
    }
    checkStorable(member, inner);
  }
}

function checkConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ operator, path, operand }) => {
    return operator === OPERATORS.$rename && typeof operand === 'string' ? [path, operand] : [path];
  });
  for (const [index, path] of paths.entries()) {
    for (const earlier of paths.slice(0, index)) {
      const [shorter, longer] = path.length < earlier.length ? [path, earlier] : [earlier, path];
      if (longer === shorter || longer.startsWith(`${shorter}.`)) {
        throw requestFailed(`Updating the path '${path}' would create a conflict at '${shorter}'`);
      }
    }
  }
}
