import type { Collection } from './collection';
import { type Conjunction, conjunctions, type Demand, intersect } from './constraints';
import { AFTER, encodeValue } from './index-keys';
import type { IndexTable, KeyRange } from './index-table';
import type { SortField } from './paths';
import { type Document, Rank } from './values';

/** Documents in one stretch of an index, or of the `_id`s, in its order or against it. */
export type Stretch =
  | { readonly kind: 'index'; readonly index: IndexTable; readonly range: KeyRange; readonly backward: boolean }
  | { readonly kind: 'ids'; readonly low?: string; readonly high?: string; readonly backward: boolean };

/** A way to find every document that can match. */
export interface Plan {
  readonly stretches: readonly Stretch[];
  /** So many fields of the sort are already served by the order of each stretch. */
  readonly sorted: number;
  /** A document may turn up more than once. */
  readonly repeats: boolean;
  /** How many fields the stretches are bound by; more is usually fewer documents. */
  readonly bound: number;
}

/** More stretches than this (long `$in` lists on several fields) bind fewer fields instead. */
const MAX_STRETCHES = 2000;

/** At most so many plans are tried beside each other. */
const MAX_PLANS = 4;

/** The plans worth trying, best guess first; none: every document has to be read. */
export function plansFor(collection: Collection, filter: Document, sort: readonly SortField[]): readonly Plan[] {
  const alternatives = conjunctions(filter);
  const perSource = [
    alternatives.map((conjunction) => byId(conjunction, sort)),
    ...collection.indexes.map((index) => alternatives.map((conjunction) => byIndex(index, conjunction, sort))),
  ];
  const plans = perSource.flatMap((candidates) => joined(candidates) ?? []);
  if (alternatives.length > 1) {
    const best = alternatives.map((_, position) => preferred(perSource.map((candidates) => candidates[position])));
    const mixed = joined(best);
    if (mixed) plans.push(mixed);
  }
  return plans
    .filter((plan) => plan.bound > 0 || plan.sorted > 0)
    .sort((left, right) => right.bound - left.bound || right.sorted - left.sorted)
    .slice(0, MAX_PLANS);
}

function preferred(candidates: readonly (Plan | undefined)[]): Plan | undefined {
  return candidates.reduce((best, candidate) => {
    if (!candidate?.bound) return best;
    return !best || candidate.bound > best.bound || (candidate.bound === best.bound && candidate.sorted > best.sorted)
      ? candidate
      : best;
  }, undefined);
}

/** One plan for all alternatives, unless one of them is not served. */
function joined(candidates: readonly (Plan | undefined)[]): Plan | undefined {
  const served = candidates.filter((candidate) => candidate !== undefined);
  if (served.length < candidates.length) return undefined;
  const stretches = withoutContained(served.flatMap((candidate) => candidate.stretches));
  return {
    stretches,
    sorted: Math.min(...served.map(({ sorted }) => sorted)),
    bound: Math.min(...served.map(({ bound }) => bound)),
    repeats: stretches.length > 1 || served.some(({ repeats }) => repeats),
  };
}

/** Drops a stretch that lies within another one of the same index. Long lists keep theirs: comparing would cost more. */
function withoutContained(stretches: readonly Stretch[]): readonly Stretch[] {
  if (stretches.length > 128) return stretches;
  return stretches.filter((inner, at) => !stretches.some((outer, other) => other !== at && contains(outer, inner, other < at)));
}

function contains(outer: Stretch, inner: Stretch, earlier: boolean): boolean {
  if (outer.kind === 'ids' || inner.kind === 'ids' || outer.index !== inner.index || outer.backward !== inner.backward)
    return false;
  const low = Buffer.compare(outer.range.low, inner.range.low);
  const high = Buffer.compare(outer.range.high, inner.range.high);
  // Of two equal ones the earlier stays.
  return low <= 0 && high >= 0 && (low < 0 || high > 0 || earlier);
}

function byId(conjunction: Conjunction, sort: readonly SortField[]): Plan | undefined {
  const demands = conjunction.get('_id') ?? [];
  const points = demands.find((demand) => demand.kind === 'points');
  const direction = sort[0]?.field === '_id' ? sort[0].direction : 1;
  const backward = direction === -1;
  if (points) {
    const ids = new Set(points.values.filter((value) => typeof value === 'string'));
    const stretches = [...ids].map((id): Stretch => ({ kind: 'ids', low: id, high: id, backward }));
    // Nothing is in more than one place: a single document is in every order.
    return { stretches, sorted: sort.length, bound: 100, repeats: false };
  }
  const range = rangeOf(demands, false);
  const sorted = sort[0]?.field === '_id' ? sort.length : 0;
  if (!range && !sorted) return undefined;
  if (range && range.rank !== Rank.string) return { stretches: [], sorted: sort.length, bound: 1, repeats: false };
  const bounds = {
    ...(range?.low && { low: String(range.low.value) }),
    ...(range?.high && { high: String(range.high.value) }),
  };
  return { stretches: [{ kind: 'ids', ...bounds, backward }], sorted, bound: range ? 1 : 0, repeats: false };
}

type Range = Demand & { kind: 'range' };

/** The range that all demands on a field leave; in an array each demand may be met by another member. */
function rangeOf(demands: readonly Demand[], array: boolean): Range | undefined {
  const ranges = demands.filter((demand) => demand.kind === 'range');
  const [first, ...rest] = ranges;
  if (!first || array) return first;
  return rest.reduce<Range>((range, other) => (intersect(range, other) as Range | undefined) ?? range, first);
}

/** The stretches of an index that hold what the conjunction can match, if it is of any use. */
function byIndex(index: IndexTable, conjunction: Conjunction, sort: readonly SortField[]): Plan | undefined {
  const { fields } = index.keys;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  let range: Range | undefined;
  for (const [position, field] of fields.entries()) {
    const demands = conjunction.get(field.field) ?? [];
    const points = demands.find((demand) => demand.kind === 'points');
    if (!points || points.values.length * prefixes.length > MAX_STRETCHES) {
      range = rangeOf(demands, index.arrays.has(position));
      break;
    }
    const parts = points.values.map((value) => encodeValue(value, field.direction));
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
    fixed += 1;
  }
  const order = servedOrder(index, fixed, sort);
  const bound = fixed + (range ? 0.5 : 0);
  if (!bound && !order.sorted) return undefined;
  const next = fields[fixed];
  const ranges = prefixes.map((prefix) => (range && next ? rangeBytes(prefix, range, next.direction) : prefixBytes(prefix)));
  return {
    stretches: ranges.map((bytes) => ({ kind: 'index', index, range: bytes, backward: order.backward })),
    sorted: order.sorted,
    bound,
    repeats: index.arrays.size > 0,
  };
}

const AFTER_BYTE = Buffer.from([AFTER]);

const prefixBytes = (prefix: Buffer): KeyRange => ({ low: prefix, high: Buffer.concat([prefix, AFTER_BYTE]) });

function rangeBytes(prefix: Buffer, { rank, low, high }: Range, direction: 1 | -1): KeyRange {
  const type = direction === 1 ? rank : rank ^ AFTER;
  // Against the direction of the field the upper bound comes first.
  const [first, last] = direction === 1 ? [low, high] : [high, low];
  const start = [prefix, first ? encodeValue(first.value, direction) : Buffer.from([type])];
  const end = [prefix, last ? encodeValue(last.value, direction) : Buffer.from([type + 1])];
  if (first && !first.inclusive) start.push(AFTER_BYTE);
  if (last?.inclusive) end.push(AFTER_BYTE);
  return { low: Buffer.concat(start), high: Buffer.concat(end) };
}

/**
 * How much of the sort an index serves when its first `fixed` fields have one value each. A field in which arrays
 * occur serves none: a document is then in several places.
 */
function servedOrder(index: IndexTable, fixed: number, sort: readonly SortField[]): { sorted: number; backward: boolean } {
  const { fields } = index.keys;
  const constant = new Set(fields.slice(0, fixed).flatMap(({ field }, at) => (index.arrays.has(at) ? [] : [field])));
  let position = fixed;
  let turn: 1 | -1 | undefined;
  let sorted = 0;
  for (const { field, direction } of sort) {
    const next = fields[position];
    if (!constant.has(field)) {
      if (next?.field !== field || index.arrays.has(position)) break;
      const needed = next.direction === direction ? 1 : -1;
      if (turn !== undefined && turn !== needed) break;
      turn = needed;
      position += 1;
    }
    sorted += 1;
  }
  return { sorted, backward: turn === -1 };
}
