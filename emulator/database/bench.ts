import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadableDatabase, openDatabase } from '.';
import { encode } from './ejson';
import type { DatabaseRequest } from './types';
import type { StoredDocument, Value } from './values';

export interface DatabaseBench {
  /** Operations per second, one after the other, without HTTP. */
  readonly getsPerSecond: number;
  readonly indexedQueriesPerSecond: number;
  readonly conditionalIncrementsPerSecond: number;
  /** Start, get, update, commit. */
  readonly transactionsPerSecond: number;
  /** Median time of an indexed page of 20 in the large collection, over that in the small one. */
  readonly pageRatio: number;
  /** Documents examined for that page of 20 in the large collection. */
  readonly pageExamined: number;
  /** Loading the large collection with its index, in ms. */
  readonly loadMilliseconds: number;
}

export interface DatabaseBenchOptions {
  readonly small?: number;
  readonly large?: number;
  /** How often each operation is measured. */
  readonly rounds?: number;
}

const GROUPS = 50;
const EPOCH = Date.UTC(2026, 0, 1);

/** Invented rows: a group, a time and some text of about 300 bytes. */
function* rows(count: number): Generator<StoredDocument> {
  for (let number = 0; number < count; number += 1) {
    // A fixed scatter, so that neighbours in time are not neighbours in the file.
    const at = (number * 7919) % count;
    yield {
      _id: number.toString(36).padStart(32, '0'),
      group: `group-${number % GROUPS}`,
      at: new Date(EPOCH + at * 1000),
      count: 0,
      text: `row ${number} `.padEnd(200, '.'),
    };
  }
}

/** Measures the database in a temporary folder. Prints nothing. */
export function benchDatabase({ small = 10_000, large = 1_000_000, rounds = 2000 }: DatabaseBenchOptions = {}): DatabaseBench {
  const folder = mkdtempSync(join(tmpdir(), 'database-bench-'));
  const indexes = [
    {
      name: 'group_at',
      keys: [
        { field: 'group', direction: 1 },
        { field: 'at', direction: -1 },
      ],
    },
  ] as const;
  const collections = ['small', 'large'].map((name) => ({ name, access: 'ADMINONLY' as const, indexes }));
  const database = openDatabase({ file: join(folder, 'bench.sqlite'), collections, now: () => EPOCH });
  try {
    database.bulkLoad('small', rows(small));
    const start = performance.now();
    database.bulkLoad('large', rows(large));
    const loadMilliseconds = performance.now() - start;
    return { ...singleOperations(database, small, rounds), ...pages(database, small, large, rounds), loadMilliseconds };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function singleOperations(database: LoadableDatabase, documents: number, rounds: number) {
  const id = (round: number) => ((round * 31) % documents).toString(36).padStart(32, '0');
  const one = (round: number) => ({ collectionName: 'small', query: encode({ _id: id(round) }), queryType: 'DOC', multi: false });
  const increment = encode({ $inc: { count: 1 } });
  const update = { data: increment, merge: true, upsert: false };
  return {
    getsPerSecond: rate(rounds, (round) => must(database, { action: 'database.getDocument', ...one(round) })),
    indexedQueriesPerSecond: rate(rounds, (round) => must(database, pageRequest('small', documents, round))),
    conditionalIncrementsPerSecond: rate(rounds, (round) => {
      const query = encode({ _id: id(round), count: { $gte: 0 } });
      must(database, {
        action: 'database.modifyDocument',
        collectionName: 'small',
        queryType: 'WHERE',
        multi: false,
        query,
        ...update,
      });
    }),
    transactionsPerSecond: rate(rounds, (round) => {
      const transactionId = String(must(database, { action: 'database.startTransaction' }).transactionId);
      must(database, { action: 'database.getDocument', ...one(round), transactionId });
      must(database, { action: 'database.modifyDocument', ...one(round), ...update, transactionId });
      must(database, { action: 'database.commitTransaction', transactionId });
    }),
  };
}

function pages(database: LoadableDatabase, small: number, large: number, rounds: number) {
  const times: Record<'small' | 'large', number[]> = { small: [], large: [] };
  let pageExamined = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, documents] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const request = pageRequest(name, documents, round);
      const start = performance.now();
      const { examined } = database.execute(request);
      times[name].push(performance.now() - start);
      if (name === 'large') pageExamined = Math.max(pageExamined, examined);
    }
  }
  return { pageRatio: median(times.large) / median(times.small), pageExamined };
}

/** A page of 20 behind a cursor: one group, newest first. */
function pageRequest(collectionName: string, documents: number, round: number): DatabaseRequest {
  const before = new Date(EPOCH + (documents / 2 + ((round * 37) % (documents / 4))) * 1000);
  const filter: Record<string, Value> = { group: `group-${round % GROUPS}`, at: { $lt: before } };
  return {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: encode(filter),
    order: encode({ at: -1 }),
    limit: 20,
  };
}

function must(database: LoadableDatabase, request: DatabaseRequest): Readonly<Record<string, unknown>> {
  const { body } = database.execute(request);
  if (typeof body.code === 'string') throw new Error(`${body.code}: ${String(body.message)}`);
  return body;
}

function rate(rounds: number, operation: (round: number) => unknown): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) operation(round);
  return Math.round((rounds * 1000) / (performance.now() - start));
}

function median(values: number[]): number {
  const ordered = values.sort((left, right) => left - right);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
}
