import { filterAfter } from './filter';
import type { JournalRow } from './journal';
import { Keyring } from './keyring';
import type { ReactionTable } from './reactions';
import { DatabaseReader } from './reader';
import { addOnce, type Data, database, operators } from './sdk';
import type { FilterValue, Reaction } from './types';

/** How far the making anew of the workbench has come; one document, beside the journal as the lines themselves are. */
interface Rebuild {
  readonly _id: 'due';
  readonly state: 'asked' | 'running' | 'done';
  /** Time and id of the last row read. */
  readonly after: readonly [at: Date, id: string] | null;
}

type Row = Pick<JournalRow, '_id' | 'aggregate' | 'seq' | 'at' | 'events'>;

const batch = 100;
/** The timer stops after this time, in ms, and goes on at its next turn: its function is given 60 s. */
const budget = 40_000;

const rebuilds = () => database.collection('rebuilds');
const note = (change: Data) => rebuilds().doc('due').update({ data: change });

/** Asks for the lines of the workbench to be made anew from the journal. Asked again, it begins again. */
export const askForRebuild: Reaction = {
  name: 'askForRebuild',
  async deliver() {
    const asked = { state: 'asked', after: null };
    if (!(await addOnce('rebuilds', { _id: 'due', ...asked }))) await note(asked);
    return undefined;
  },
};

/**
 * The timer's part: throws the lines away and lets every event of the journal write them again, oldest first. What happens
 * meanwhile writes its own lines; of two events of one aggregate the later one holds, whichever comes first.
 *
 * @returns rows of the journal that were read
 */
export async function rebuildDue(reactions: ReactionTable): Promise<{ readonly rows: number }> {
  const { data } = await rebuilds().doc('due').get();
  const job = data as unknown as Rebuild | null;
  if (!job || job.state === 'done') return { rows: 0 };
  if (job.state === 'asked') {
    await database
      .collection('due')
      .where({ seq: operators.gte(0) })
      .remove();
    await note({ state: 'running', after: null });
  }
  const started = performance.now();
  let rows = 0;
  for (let after = job.after; performance.now() - started < budget; ) {
    const read = await rowsAfter(after);
    for (const row of read) await replay(row, reactions);
    rows += read.length;
    const last = read.at(-1);
    if (last) after = [last.at, last._id];
    await note({ state: read.length < batch ? 'done' : 'running', after: operators.set(after) });
    if (read.length < batch) break;
  }
  return { rows };
}

async function rowsAfter(after: Rebuild['after']): Promise<readonly Row[]> {
  const query = { where: {}, order: [['at', 'asc']], limit: batch } as const;
  const where = filterAfter(after ? { ...query, after: after as readonly FilterValue[] } : query);
  const { data } = await database
    .collection('journal')
    .where(where)
    .orderBy('at', 'asc')
    .orderBy('_id', 'asc')
    .limit(batch)
    .get();
  return data as readonly unknown[] as readonly Row[];
}

async function replay({ _id, aggregate, seq, at, events }: Row, reactions: ReactionTable): Promise<void> {
  const world = { db: new DatabaseReader(new Keyring()), now: new Date() };
  for (const [index, event] of events.entries()) {
    const happening = { event, row: _id, index, aggregate, seq, at };
    for (const reaction of reactions.get(event.type) ?? []) {
      if (reaction.projects === 'due') await reaction.deliver(happening, world);
    }
  }
}
