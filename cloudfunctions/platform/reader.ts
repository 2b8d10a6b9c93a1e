import { filter, filterAfter, sortKeys } from './filter';
import type { Keyring } from './keyring';
import { toRecord, toRecords } from './records';
import { database, operators } from './sdk';
import type { Query, Reader, RecordType, Stored, Visible } from './types';

const atMost = 100;

function checkId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw new TypeError('an id must be a non-empty string');
  return id;
}

/** Reads outside of any transaction, each with one database call (plus one for data keys not at hand). */
export class DatabaseReader implements Reader {
  constructor(private readonly keys: Keyring) {}

  async get<T extends Stored>(type: RecordType<T>, id: string, visible?: Visible<T>): Promise<T | undefined> {
    const { data } = await database.collection(type.collection).doc(checkId(id)).get();
    if (!data || visible?.(data as unknown as T) === false) return undefined;
    return toRecord(type, data, this.keys);
  }

  /** In the order of the ids; missing records are left out. At most 100. */
  async getMany<T extends Stored>(type: RecordType<T>, ids: readonly string[]): Promise<readonly T[]> {
    const wanted = [...new Set(ids.map(checkId))];
    if (wanted.length === 0) return [];
    if (wanted.length > atMost) throw new RangeError(`at most ${atMost} records in one read`);
    const { data } = await database
      .collection(type.collection)
      .where({ _id: operators.in(wanted) })
      .limit(wanted.length)
      .get();
    const records = new Map((await toRecords(type, data, this.keys)).map((record) => [record._id, record]));
    return wanted.flatMap((id) => records.get(id) ?? []);
  }

  async find<T extends Stored>(type: RecordType<T>, query: Query): Promise<readonly T[]> {
    if (!(query.limit >= 1 && query.limit <= atMost)) throw new RangeError(`a query reads 1 to ${atMost} rows`);
    const start = database.collection(type.collection).where(filterAfter(query));
    const sorted = sortKeys(query).reduce((rows, [field, direction]) => rows.orderBy(field, direction), start);
    const { data } = await sorted.limit(query.limit).get();
    return toRecords(type, data, this.keys);
  }

  async count<T extends Stored>(type: RecordType<T>, where: Query['where']): Promise<number> {
    const { total } = await database.collection(type.collection).where(filter(where)).count();
    return total;
  }
}
