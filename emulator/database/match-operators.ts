import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { requestFailed } from './errors';
import { type Path, someLeaf, toPath } from './paths';
import { compareValues, type Document, isDocument, Rank, rankOf, sameValue, typeName, type Value } from './values';

/**
 * Filter operators with Mongo's own rules for types, arrays, null and key order, where mingo's differ. They are
 * handed to mingo in place of its own, so filters and `$match` agree.
 */

type Test = (leaf: Value | undefined) => boolean;
type Operator = (field: string, operand: Value, options: Options) => (document: Document) => boolean;

const bad = (message: string) => requestFailed(`(BadValue) ${message}`);

function leafOperator(test: (operand: Value, options: Options) => Test, expand = true): Operator {
  return (field, operand, options) => {
    const path = toPath(field);
    const passes = test(operand, options);
    return (document) => someLeaf(document, path, expand, passes);
  };
}

const negate =
  (operator: Operator): Operator =>
  (field, operand, options) => {
    const matches = operator(field, operand, options);
    return (document) => !matches(document);
  };

const isNull = (value: Value | undefined) => value === null || value === undefined;

function equals(operand: Value): Test {
  if (operand === null) return isNull;
  return (leaf) => leaf !== undefined && sameValue(leaf, operand);
}

const isNaNValue = (value: Value | undefined) => typeof value === 'number' && Number.isNaN(value);

/** A range only sees its own type; NaN is only within reach of itself; null reaches missing fields. */
function range(accepts: (order: number) => boolean) {
  return (operand: Value): Test => {
    const rank = rankOf(operand);
    if (rank === Rank.regex) throw bad("Can't have RegEx as arg to predicate over field.");
    if (rank === Rank.null) return (leaf) => isNull(leaf) && accepts(0);
    return (leaf) => {
      if (rankOf(leaf) !== rank) return false;
      if (isNaNValue(leaf) !== isNaNValue(operand)) return false;
      return accepts(compareValues(leaf, operand));
    };
  };
}

const asRegex = (value: Value) => (rankOf(value) === Rank.regex ? (value as RegExp) : undefined);

function matchesRegex(pattern: RegExp): Test {
  return (leaf) => {
    pattern.lastIndex = 0;
    return typeof leaf === 'string' ? pattern.test(leaf) : leaf !== undefined && sameValue(leaf, pattern);
  };
}

function oneOf(operand: Value): Test {
  if (!Array.isArray(operand)) throw bad('$in needs an array');
  const scalars = new Set<Value>();
  const tests: Test[] = [];
  for (const member of operand) {
    const pattern = asRegex(member);
    if (pattern) tests.push(matchesRegex(pattern));
    else if (typeof member === 'string' || typeof member === 'boolean') scalars.add(member);
    else tests.push(equals(member));
  }
  return (leaf) => (leaf !== undefined && scalars.has(leaf)) || tests.some((test) => test(leaf));
}

const isOperatorName = (key: string) => key.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(key);

/** `$elemMatch` on values (`{$gt: 3}`) or on objects (`{k: {$gt: 3}}`); scalars never match the second form. */
function someMember(operand: Value, options: Options): Test {
  if (!isDocument(operand)) throw bad('$elemMatch needs an Object');
  const keys = Object.keys(operand);
  const onValues = keys.length > 0 && keys.every(isOperatorName);
  const query = new Query<Document>(onValues ? { member: operand } : operand, options);
  const test = (member: Value) => (onValues ? query.test({ member }) : isDocument(member) && query.test(member));
  return (leaf) => Array.isArray(leaf) && leaf.some(test);
}

const all: Operator = (field, operand, options) => {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  const tests = operand.map((member) => {
    const criteria = isDocument(member) && Object.keys(member)[0] === '$elemMatch' ? member.$elemMatch : undefined;
    if (criteria !== undefined) return comparisonOperators.$elemMatch(field, criteria, options);
    const pattern = asRegex(member);
    return (pattern ? comparisonOperators.$regex : comparisonOperators.$eq)(field, member, options);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const sizeIs = (operand: Value): Test => {
  if (typeof operand !== 'number' || !Number.isInteger(operand)) throw bad('$size must be a whole number');
  if (operand < 0) throw bad('$size may not be negative');
  return (leaf) => Array.isArray(leaf) && leaf.length === operand;
};

const remainderIs = (operand: Value): Test => {
  if (!Array.isArray(operand) || operand.length !== 2) throw bad('malformed mod, needs to be an array of two elements');
  const [divisor, remainder] = operand.map((part) => Math.trunc(Number(part))) as [number, number];
  if (!divisor) throw bad('divisor cannot be 0');
  // Mongo knows no negative zero.
  return (leaf) => typeof leaf === 'number' && Number.isFinite(leaf) && (Math.trunc(leaf) % divisor) + 0 === remainder;
};

const TYPE_CODES: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

function typeIs(operand: Value): Test {
  const names = (Array.isArray(operand) ? operand : [operand]).map((name) => {
    const alias = typeof name === 'number' ? TYPE_CODES[name] : name;
    if (typeof alias !== 'string') throw bad(`Unknown type name alias: ${String(name)}`);
    return alias;
  });
  return (leaf) => {
    if (leaf === undefined) return false;
    return names.includes(typeName(leaf)) || (typeof leaf === 'number' && names.includes('number'));
  };
}

const exists: Operator = (field, operand) => {
  const path: Path = toPath(field);
  const present = (document: Document) => someLeaf(document, path, false, (leaf) => leaf !== undefined);
  return operand ? present : (document) => !present(document);
};

const regex = leafOperator((operand) => {
  const pattern = asRegex(operand);
  if (!pattern) throw bad('$regex has to be a string');
  return matchesRegex(pattern);
});

const equal = leafOperator(equals);
const includes = leafOperator(oneOf);

export const comparisonOperators = {
  $eq: equal,
  $ne: negate(equal),
  $in: includes,
  $nin: negate(includes),
  $gt: leafOperator(range((order) => order > 0)),
  $gte: leafOperator(range((order) => order >= 0)),
  $lt: leafOperator(range((order) => order < 0)),
  $lte: leafOperator(range((order) => order <= 0)),
  $elemMatch: leafOperator(someMember, false),
  $all: all,
  $size: leafOperator(sizeIs, false),
  $mod: leafOperator(remainderIs),
  $type: leafOperator(typeIs),
  $exists: exists,
  $regex: regex,
} as const;
