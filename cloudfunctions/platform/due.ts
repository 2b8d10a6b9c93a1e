import { staffQueues } from '../../shared/access/queues';
import { idOf } from './canonical';
import { isDuplicate } from './database-errors';
import { type Data, database, operators } from './sdk';
import type { Actor, Happening, RecordType, Stored } from './types';

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
  /** `dueAt` in ms for the order of the list; what has no date comes last. */
  readonly urgency: number;
  /** Who finds it: the queue for those who see every city, and queue with city for those who see some. */
  readonly audience: readonly string[];
  /** What is not to be begun yet: from when on it is found, and by whom. Null and nobody once it is. */
  readonly from: Date | null;
  readonly later: readonly string[];
  readonly open: boolean;
  /** Accounts that may not do it: their own matter, or they did the step before. */
  readonly not: readonly string[];
  /** Place in the aggregate's chain of the event that wrote it last. */
  readonly seq: number;
}

export const dues: RecordType<DueEntry> = { collection: 'due', sealed: [] };

/** What a reaction says of a line; the rest follows from it. */
type Opened = Pick<DueEntry, 'queue' | 'city' | 'kind' | 'record' | 'reference' | 'page' | 'dueAt'> & {
  readonly not?: readonly string[];
  /** Nobody is shown it, and no count has it, before this. */
  readonly from?: Date;
};

/** `key` names the line for good, such as `<kind>:<record>`; one line is changed by the events of one aggregate only. */
export type DueChange = { readonly key: string; readonly close: true } | { readonly key: string; readonly open: Opened };

/** Lines that one turn of the timer wakes. */
const wokenAtMost = 100;

const withoutDate = Number.MAX_SAFE_INTEGER;
const unknown: Opened = { queue: '', city: null, kind: '', record: '', reference: '', page: '', dueAt: null };

/** The audience of a queue for one city; without a city, for those who see all of them. */
export const audienceOf = (queue: string, city?: string): string => (city === undefined ? queue : `${queue}|${city}`);

/** The audiences a person belongs to: each queue they serve, in the cities they see, and what is for them alone. */
export function audiencesOf(actor: Actor): readonly string[] {
  const own = actor.kind === 'person' ? [audienceOf(`account:${actor.id}`)] : [];
  const shared = staffQueues.flatMap((queue) => {
    const reach = actor.reach(queue);
    return reach === 'all' ? [audienceOf(queue)] : reach.map((city) => audienceOf(queue, city));
  });
  return [...shared, ...own];
}

function lineOf(opened: Opened): Data {
  const { queue, city, dueAt, from } = opened;
  const everybody = city === null ? [audienceOf(queue)] : [audienceOf(queue), audienceOf(queue, city)];
  const urgency = dueAt?.getTime() ?? withoutDate;
  const found = { not: [], ...opened, urgency, from: null, later: [], audience: everybody };
  return from !== undefined && from > new Date() ? { ...found, from, later: everybody, audience: [] } : found;
}

/** The timer's part: lines whose time has come are found from now on. @returns how many */
export async function wakeLines(now: Date): Promise<number> {
  const sleeping = database.collection(dues.collection).where({ open: true, from: operators.lte(now) });
  const { data } = await sleeping.orderBy('from', 'asc').limit(wokenAtMost).get();
  for (const { _id, seq, later } of data as readonly unknown[] as readonly DueEntry[]) {
    // Unless a later event has written the line meanwhile.
    const line = database.collection(dues.collection).where({ _id, seq });
    await line.update({
      data: { audience: operators.set(later), later: operators.set([]), from: operators.set(null), since: now },
    });
  }
  return data.length;
}

/** Writes the change unless a later event of the aggregate has written the line already. */
export async function putDue(change: DueChange, { seq, at }: Happening): Promise<void> {
  const _id = idOf('due', change.key);
  // A closed line keeps what it was about: it counts as done in its queue for a while.
  const line = 'open' in change ? lineOf(change.open) : {};
  const moment = { open: 'open' in change, seq, since: at };
  if (await updateOlder(_id, { ...line, ...moment })) return;
  try {
    await database.collection(dues.collection).add({ data: { _id, version: 1, ...lineOf(unknown), ...line, ...moment } });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // There is a line: either a later event's, or one that was made this very moment.
    await updateOlder(_id, { ...line, ...moment });
  }
}

async function updateOlder(_id: string, line: Data): Promise<boolean> {
  const older = database.collection(dues.collection).where({ _id, seq: operators.lt(line.seq) });
  const data = Object.fromEntries(Object.entries(line).map(([field, value]) => [field, operators.set(value)]));
  const { stats } = await older.update({ data });
  return stats.updated > 0;
}
