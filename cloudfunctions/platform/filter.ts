import { isDate } from 'node:util/types';
import { operators } from './sdk';
import type { Condition, FilterValue, Query, Range } from './types';

type Fields = Readonly<Record<string, unknown>>;

const isScalar = (value: unknown): value is FilterValue =>
  value === null || isDate(value) || ['string', 'number', 'boolean'].includes(typeof value);

/** The SDK drops an `undefined` from a filter, and an empty object matches everything: both are refused here. */
function scalar(field: string, value: unknown): FilterValue {
  if (!isScalar(value)) throw new TypeError(`the filter on ${field} needs a plain value, got ${typeof value}`);
  return value;
}

function condition(field: string, wanted: Condition): unknown {
  if (isScalar(wanted)) return wanted;
  if (typeof wanted !== 'object') return scalar(field, wanted);
  if ('in' in wanted) return operators.in(wanted.in.map((value) => scalar(field, value)));
  return range(field, wanted);
}

function range(field: string, bounds: Range): unknown {
  const parts = (['gt', 'gte', 'lt', 'lte'] as const)
    .filter((operator) => operator in bounds)
    .map((operator) => operators[operator](scalar(field, bounds[operator])));
  if (parts.length === 0) throw new TypeError(`the filter on ${field} is empty`);
  return parts.length === 1 ? parts[0] : operators.and(...parts);
}

/** The SDK's form of typed conditions; throws on anything that is not a plain value. */
export function filter(where: Query['where']): Fields {
  return Object.fromEntries(Object.entries(where).map(([field, wanted]) => [field, condition(field, wanted)]));
}

/** Sort keys of a query, closed by `_id` so that rows with equal values keep one order. */
export function sortKeys({ order = [] }: Query): readonly (readonly [field: string, direction: 'asc' | 'desc'])[] {
  const last = order.at(-1);
  return last?.[0] === '_id' ? order : [...order, ['_id', last?.[1] ?? 'asc']];
}

/**
 * Rows after the given one. The bound on the first key stands outside the alternatives, so that an index serves it.
 */
export function filterAfter(query: Query): unknown {
  const { where, after } = query;
  if (after === undefined) return filter(where);
  const keys = sortKeys(query);
  if (after.length !== keys.length) throw new TypeError('the cursor does not fit the order');
  const beyond = (index: number) => operators[keys[index]?.[1] === 'desc' ? 'lt' : 'gt'](scalar('cursor', after[index]));
  const alternatives = keys.map(([field], index) => ({
    ...Object.fromEntries(keys.slice(0, index).map(([equal], position) => [equal, scalar(equal, after[position])])),
    [field]: beyond(index),
  }));
  const [first] = keys;
  const bound = first?.[1] === 'desc' ? 'lte' : 'gte';
  return operators.and(
    filter(where),
    { [first?.[0] ?? '_id']: operators[bound](scalar('cursor', after[0])) },
    operators.or(...alternatives),
  );
}
