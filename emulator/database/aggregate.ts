import { Aggregator } from 'mingo/aggregator';
import { encode } from './ejson';
import { invalidParameter, requestFailed } from './errors';
import { mingoOptions, refuseUnsupported, translating } from './match';
import { checkSize } from './reads';
import type { RequestReader } from './request';
import { find } from './scan';
import type { Store } from './store';
import type { DatabaseOutcome } from './types';
import type { Document, Value } from './values';

/** What the cloud answers when no stage limits, and the most it ever answers. */
const DEFAULT_ROWS = 20;
const MAX_ROWS = 10_000;

const STAGES = new Set([
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
]);

/** `aggregate()`: without a `$limit` anywhere the cloud cuts the answer at 20. */
export function aggregate(store: Store, request: RequestReader, _now: () => number): DatabaseOutcome {
  if (request.transactionId) throw invalidParameter('in a transaction only doc() and add() are allowed, not aggregate()');
  const collection = store.collection(request.collection);
  const { stages } = request;
  for (const { key, value } of stages) {
    refuseUnsupported({ [key]: value });
    if (!STAGES.has(key)) throw requestFailed(`(Location40324) Unrecognized pipeline stage name: '${key}'`);
  }
  const { found, examined } = find(collection, { filter: {}, sort: [], wanted: Number.POSITIVE_INFINITY });
  const pipeline = stages.map(({ key, value }): Record<string, Value> => ({ [key]: value }));
  const results = translating(() => new Aggregator(pipeline, mingoOptions).run<Document>(found.map(({ document }) => document)));
  const rows = stages.some(({ key }) => key === '$limit') ? MAX_ROWS : DEFAULT_ROWS;
  const list = results.slice(0, rows).map(encode);
  checkSize(list);
  return { body: { data: { list } }, examined, returned: list.length };
}
