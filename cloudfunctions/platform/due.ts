import { idOf } from './canonical';
import { isDuplicate } from './database-errors';
import { type Data, database, operators } from './sdk';
import type { Happening, RecordType, Stored } from './types';

/** Something that waits for people who hold a permission, or for one person. A projection: rebuilt from the journal. */
export interface DueEntry extends Stored {
  /** Permission whose holders see it, or `account:<id>`. */
  readonly queue: string;
  /** City of the record, for those who see their own city only; null: no city. */
  readonly city: string | null;
  readonly kind: string;
  readonly record: string;
  readonly reference: string;
  readonly page: string;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly open: boolean;
  /** Accounts that may not do it: their own matter, or they did the step before. */
  readonly not: readonly string[];
  /** Place in the aggregate's chain of the event that wrote it last. */
  readonly seq: number;
}

export const dues: RecordType<DueEntry> = { collection: 'due', sealed: [] };

/** `key` names the line for good, such as `<kind>:<record>`; one line is changed by the events of one aggregate only. */
export type DueChange =
  | { readonly key: string; readonly close: true }
  | {
      readonly key: string;
      readonly open: Omit<DueEntry, '_id' | 'version' | 'open' | 'seq' | 'since' | 'not'> & { readonly not?: readonly string[] };
    };

const closed = { queue: '', city: null, kind: '', record: '', reference: '', page: '', dueAt: null, not: [] };

/** Writes the change unless a later event of the aggregate has written the line already. */
export async function putDue(change: DueChange, { seq, at }: Happening): Promise<void> {
  const fields = 'open' in change ? { ...closed, ...change.open, open: true } : { ...closed, open: false };
  const line: Data = { ...fields, seq, since: at };
  const _id = idOf('due', change.key);
  if (await updateOlder(_id, line)) return;
  try {
    await database.collection(dues.collection).add({ data: { _id, version: 1, ...line } });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // There is a line: either a later event's, or one that was made this very moment.
    await updateOlder(_id, line);
  }
}

async function updateOlder(_id: string, line: Data): Promise<boolean> {
  const older = database.collection(dues.collection).where({ _id, seq: operators.lt(line.seq) });
  const data = Object.fromEntries(Object.entries(line).map(([field, value]) => [field, operators.set(value)]));
  const { stats } = await older.update({ data });
  return stats.updated > 0;
}
