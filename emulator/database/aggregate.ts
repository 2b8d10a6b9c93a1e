import { Context } from 'mingo';
import { Aggregator } from 'mingo/aggregator';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { bucketAsGroup } from './bucket';
import type { Collection } from './collection';
import { encode } from './ejson';
import { invalidParameter, requestFailed } from './errors';
import { compileLookup, type ForeignFind } from './lookup';
import { mingoOptions, operators, refuseUnsupported, translating } from './match';
import { compareBy, type SortField, toPath } from './paths';
import { checkSize } from './reads';
import type { RequestReader } from './request';
import { find } from './scan';
import type { Store } from './store';
import type { DatabaseOutcome } from './types';
import { type Document, define, isDocument, type Value } from './values';

/** What the cloud answers when no stage limits, and the most it ever answers. */
const DEFAULT_ROWS = 20;
const MAX_ROWS = 10_000;

/** The stages that the SDK offers, but for `geoNear`. */
const STAGES = [
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
] as const;

/** Stages that turn each document into exactly one, in the same order. */
const ONE_TO_ONE = new Set(['$addFields', '$lookup', '$project', '$replaceRoot']);

interface Stage {
  readonly key: string;
  readonly value: Value;
}

/** `aggregate()`: without a `$limit` anywhere the cloud cuts the answer at 20. */
export function aggregate(store: Store, request: RequestReader, now: () => number): DatabaseOutcome {
  if (request.transactionId) throw invalidParameter('in a transaction only doc() and add() are allowed, not aggregate()');
  const collection = store.collection(request.collection);
  const stages = request.stages.map(({ key, value }) => ({ key, value: withNow(value, now) }));
  for (const { key, value } of stages) {
    refuseUnsupported({ [key]: value });
    if (!STAGES.some((stage) => stage === key)) throw requestFailed(`(Location40324) Unrecognized pipeline stage name: '${key}'`);
  }
  let examined = 0;
  const read = (from: Collection, filter: Document, sort: readonly SortField[], wanted: number) => {
    const findings = find(from, { filter, sort, wanted });
    examined += findings.examined;
    return findings.found.map(({ document }) => document);
  };
  const foreign: ForeignFind = (name, filter) => {
    // Mongo takes a collection that does not exist for an empty one.
    return store.names().includes(name) ? read(store.collection(name), filter, [], Number.POSITIVE_INFINITY) : [];
  };
  const source = pushedDown(stages);
  const pipeline = source.rest.map(({ key, value }): Record<string, Value> => ({ [key]: value }));
  const options = { ...mingoOptions, context: contextWith(foreign) };
  const results = translating(() => {
    const documents: Document[] = read(collection, source.filter, source.sort, source.wanted);
    return new Aggregator(pipeline, options).run<Document>(documents);
  });
  const rows = stages.some(({ key }) => key === '$limit') ? MAX_ROWS : DEFAULT_ROWS;
  const list = results.slice(0, rows).map(encode);
  checkSize(list);
  return { body: { data: { list } }, examined, returned: list.length };
}

/** `$$NOW` is the cloud's clock, which may be shifted. */
function withNow(value: Value, now: () => number): Value {
  if (value === '$$NOW') return new Date(now());
  if (Array.isArray(value)) return value.map((member) => withNow(member, now));
  if (!isDocument(value)) return value;
  const result: Document = {};
  for (const [field, member] of Object.entries(value)) define(result, field, withNow(member, now));
  return result;
}

function readSort(value: Value): SortField[] {
  const fields = isDocument(value) ? Object.entries(value) : [];
  if (!fields.length) throw requestFailed('(Location15976) $sort stage must have at least one sort key');
  return fields.map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('(Location15975) $sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { field, path: toPath(field), direction };
  });
}

/** The first `$match` and `$sort` stages become a query that indexes can serve; the others follow. */
function pushedDown(stages: readonly Stage[]): {
  filter: Document;
  sort: readonly SortField[];
  wanted: number;
  rest: readonly Stage[];
} {
  const first = stages.findIndex(({ key }) => key !== '$match');
  const matches = first < 0 ? stages : stages.slice(0, first);
  let rest = stages.slice(matches.length);
  let sort: readonly SortField[] = [];
  if (rest[0]?.key === '$sort') {
    sort = readSort(rest[0].value);
    rest = rest.slice(1);
  }
  const filters = matches.map(({ value }) => {
    if (!isDocument(value)) throw requestFailed('(Location15959) the match filter must be an expression in an object');
    return value;
  });
  const filter: Document = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  return { filter, sort, wanted: wantedRows(rest), rest };
}

/** How many source documents the answer can depend on. */
function wantedRows(stages: readonly Stage[]): number {
  let skipped = 0;
  for (const { key, value } of stages) {
    if (key === '$skip') skipped += Number(value);
    else if (key === '$limit') return skipped + Number(value);
    else if (!ONE_TO_ONE.has(key)) return Number.POSITIVE_INFINITY;
  }
  return skipped + DEFAULT_ROWS;
}

function sorted(documents: Iterator, expression: Value): Iterator {
  const sort = readSort(expression);
  return documents.transform((all: Document[]) => Lazy([...all].sort((left, right) => compareBy(sort, left, right))));
}

/** mingo's stages, with ours where it lacks indexes or Mongo's order. */
function contextWith(foreign: ForeignFind): Context {
  const offered = Object.fromEntries(STAGES.map((stage) => [stage, operators.pipeline[stage]]));
  const pipeline = {
    ...offered,
    $lookup: (documents: Iterator, expression: Value, options: Options) => {
      const lookup = compileLookup(expression, foreign, options);
      return documents.map<Document>((document: Document) => lookup(document));
    },
    $sort: sorted,
    $bucket: (documents: Iterator, expression: unknown, options: Options) =>
      sorted(operators.pipeline.$group(documents, bucketAsGroup(expression), options), { _id: 1 }),
  };
  return Context.init({ ...operators, pipeline } as unknown as Parameters<typeof Context.init>[0]);
}
