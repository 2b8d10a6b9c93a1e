import type { LoadableDatabase } from './database';
import type { DatabaseOutcome, DatabaseRequest } from './database/types';
import type { StoredDocument } from './database/values';

/** A document as plain JavaScript: dates are `Date`, numbers are numbers. */
export type PlainDocument = Readonly<Record<string, unknown>>;

const PAGE = 1000;

/** The database as tests and the console look at it, past every rule. */
export class DatabaseView {
  constructor(private readonly database: LoadableDatabase) {}

  /** Executes one `database.*` action. */
  execute(request: DatabaseRequest): DatabaseOutcome {
    return this.database.execute(request);
  }

  /** Names of all collections. */
  get collections(): readonly string[] {
    return this.database.collectionNames();
  }

  /** Adds many new documents in one go, past the protocol: sample data for benchmarks. @returns how many. */
  bulkLoad(collection: string, documents: Iterable<StoredDocument>): number {
    return this.database.bulkLoad(collection, documents);
  }

  /** Documents of a collection, by `_id`, all or the first `most`; an empty list when there is no such collection. */
  documents(collection: string, most = Number.POSITIVE_INFINITY): PlainDocument[] {
    return documentsOf(this.database, collection, most);
  }

  count(collection: string): number {
    const { body } = this.database.execute({
      action: 'database.calculateDocument',
      collectionName: collection,
      queryType: 'WHERE',
      query: '{}',
    });
    return (body['data'] as { total?: number } | undefined)?.total ?? 0;
  }

  /** Every document of every collection. */
  dump(): Record<string, PlainDocument[]> {
    return Object.fromEntries(this.collections.map((name) => [name, this.documents(name)]));
  }
}

/** Reads on from the last `_id`: skipping would examine what it skips. */
function documentsOf(database: LoadableDatabase, collection: string, most: number): PlainDocument[] {
  const documents: PlainDocument[] = [];
  for (;;) {
    const last = documents.at(-1)?.['_id'];
    const limit = Math.min(PAGE, most - documents.length);
    const { body } = database.execute({
      action: 'database.getDocument',
      collectionName: collection,
      queryType: 'WHERE',
      query: last === undefined ? '{}' : JSON.stringify({ _id: { $gt: last } }),
      order: '{"_id":1}',
      limit,
    });
    const page = (body['data'] as { list?: readonly string[] } | undefined)?.list;
    if (page === undefined) {
      if (body['code'] === 'DATABASE_COLLECTION_NOT_EXIST') return [];
      throw new Error(`${collection} cannot be read: ${String(body['message'])}`);
    }
    documents.push(...page.map((text) => plain(JSON.parse(text)) as PlainDocument));
    if (page.length < limit || documents.length >= most) return documents;
  }
}

/** Turns EJSON into plain values. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    const [key, inner] = first;
    if (key === '$numberInt' || key === '$numberLong' || key === '$numberDouble') return Number(inner);
    if (key === '$date') return new Date(typeof inner === 'string' ? inner : Number(plain(inner)));
    if (key === '$oid') return inner;
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
