import { compareValues, type Document, isDocument, Rank, rankOf, type Value } from './values';

/**
 * What a filter demands of single fields, in a form that an index can serve. It never demands more than the filter:
 * whatever is left out is decided later by matching the documents themselves.
 */

interface Bound {
  readonly value: Value;
  readonly inclusive: boolean;
}

/** One demand on a field: one of some values, or a range within one type. */
export type Demand =
  | { readonly kind: 'points'; readonly values: readonly Value[] }
  | { readonly kind: 'range'; readonly rank: Rank; readonly low?: Bound; readonly high?: Bound };

/** Demands that hold together, by field. A filter is the union of such conjunctions. */
export type Conjunction = ReadonlyMap<string, readonly Demand[]>;

/** More alternatives than this are not worth planning: the `$or` is then left to matching. */
const MAX_ALTERNATIVES = 64;

const EVERYTHING: Conjunction = new Map();

/** The filter as alternatives of which a matching document satisfies at least one. */
export function conjunctions(filter: Document): readonly Conjunction[] {
  let alternatives: readonly Conjunction[] = [EVERYTHING];
  for (const [key, condition] of Object.entries(filter)) {
    const options = alternativesOf(key, condition);
    if (options.length * alternatives.length > MAX_ALTERNATIVES) continue;
    alternatives = alternatives.flatMap((left) => options.map((right) => both(left, right)));
  }
  return alternatives;
}

function alternativesOf(key: string, condition: Value): readonly Conjunction[] {
  if (key === '$and' || key === '$or') {
    const parts = Array.isArray(condition) ? condition.filter(isDocument) : [];
    if (key === '$or') return parts.length ? parts.flatMap(conjunctions) : [EVERYTHING];
    return parts.reduce<readonly Conjunction[]>(
      (alternatives, part) => {
        const options = conjunctions(part);
        if (options.length * alternatives.length > MAX_ALTERNATIVES) return alternatives;
        return alternatives.flatMap((left) => options.map((right) => both(left, right)));
      },
      [EVERYTHING],
    );
  }
  if (key.startsWith('$')) return [EVERYTHING];
  const demands = demandsOf(condition);
  return [demands.length ? new Map([[key, demands]]) : EVERYTHING];
}

function both(left: Conjunction, right: Conjunction): Conjunction {
  if (!right.size) return left;
  const result = new Map(left);
  for (const [field, demands] of right) result.set(field, [...(result.get(field) ?? []), ...demands]);
  return result;
}

/** Arrays match as a whole or as a member, and expressions match by pattern: neither is one place in an index. */
const isPoint = (value: Value) => rankOf(value) !== Rank.array && rankOf(value) !== Rank.regex;

const points = (values: readonly Value[]): Demand[] => (values.every(isPoint) ? [{ kind: 'points', values }] : []);

function demandsOf(condition: Value): readonly Demand[] {
  if (rankOf(condition) === Rank.regex) return prefixDemand(condition as RegExp);
  if (!isDocument(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) return points([condition]);
  return Object.entries(condition).flatMap(([operator, operand]) => operatorDemands(operator, operand));
}

function operatorDemands(operator: string, operand: Value): readonly Demand[] {
  switch (operator) {
    case '$eq':
      return points([operand]);
    case '$in':
      return Array.isArray(operand) ? points(operand) : [];
    case '$all':
      return Array.isArray(operand) ? operand.filter((member) => !isDocument(member)).flatMap((member) => points([member])) : [];
    case '$gt':
    case '$gte':
      return rangeDemand(operand, operator === '$gte', 'low');
    case '$lt':
    case '$lte':
      return rangeDemand(operand, operator === '$lte', 'high');
    case '$regex':
      return rankOf(operand) === Rank.regex ? prefixDemand(operand as RegExp) : [];
    default:
      return [];
  }
}

function rangeDemand(value: Value, inclusive: boolean, side: 'low' | 'high'): readonly Demand[] {
  const rank = rankOf(value);
  if (rank === Rank.null) return inclusive ? points([null]) : points([]);
  // Ranges over arrays compare whole arrays, which are not in the index.
  return isPoint(value) ? [{ kind: 'range', rank, [side]: { value, inclusive } }] : [];
}

/** `/^abc/` is the range of texts that begin with abc. */
function prefixDemand(pattern: RegExp): readonly Demand[] {
  const prefix = /^\^([\w\u0080-\uffff -]+)$/.exec(pattern.source)?.[1];
  if (prefix === undefined || pattern.flags.replace('u', '')) return [];
  return [
    {
      kind: 'range',
      rank: Rank.string,
      low: { value: prefix, inclusive: true },
      high: { value: `${prefix}\u{10ffff}`, inclusive: true },
    },
  ];
}

/** Two ranges of one type as one, which only holds where the field is no array. Undefined: nothing is in both. */
export function intersect(left: Demand & { kind: 'range' }, right: Demand & { kind: 'range' }): Demand | undefined {
  if (left.rank !== right.rank) return undefined;
  const low = tighter(left.low, right.low, 1);
  const high = tighter(left.high, right.high, -1);
  return { kind: 'range', rank: left.rank, ...(low && { low }), ...(high && { high }) };
}

function tighter(left: Bound | undefined, right: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (!left || !right) return left ?? right;
  const order = compareValues(left.value, right.value) * direction;
  if (order !== 0) return order > 0 ? left : right;
  return left.inclusive ? right : left;
}
