import type { JournalRow } from './journal';
import { Keyring } from './keyring';
import { log, logFailure } from './log';
import type { ReactionTable } from './reactions';
import { DatabaseReader } from './reader';
import { database, operators } from './sdk';
import type { Happening, Reaction } from './types';

/** How long a request takes up what follows from it, in ms; the timer does the rest. */
const patience = 800;
const batch = 100;
/** The timer stops taking rows after this time, in ms: its function is given 60 s. */
const budget = 40_000;
const firstPause = 30_000;
const longestPause = 3_600_000;
/** How far consequences of consequences are followed at once; the timer takes the rest. */
const furthest = 4;

type Pending = Pick<JournalRow, '_id' | 'aggregate' | 'seq' | 'at' | 'events' | 'attempts' | 'delivered'>;

/** One go at a row and at what it leads to. */
interface Turn {
  /** No step begins after this time, on the clock of `performance`. */
  readonly until: number;
  /** Set while the step on its way may hold documents in a transaction. */
  transacting: boolean;
}

/**
 * Delivers the events of a row just committed, for 800 ms at most. Never throws: the command is done, and the timer finishes
 * what is left.
 *
 * The cloud stops a function when it has answered. A transaction that is open then would keep its documents from everybody for
 * half a minute, so the answer waits until it has ended.
 */
export async function deliverNow(row: JournalRow, reactions: ReactionTable): Promise<void> {
  if (stepsOf(row, reactions).length === 0) return;
  const turn: Turn = { until: performance.now() + patience, transacting: false };
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const delivery = run(row, reactions, turn)
    .then((outcome) => note(row._id, outcome))
    .catch((error: unknown) => logFailure(error, { event: 'delivery.unnoted' }));
  await Promise.race([delivery, enough]);
  clearTimeout(timer);
  if (turn.transacting) await delivery;
}

/**
 * The timer's part: rows whose events are not all through, oldest first. A row that fails waits longer each time and holds up
 * nobody.
 *
 * @returns how many rows are done and how many are to be tried again
 */
export async function deliverPending(reactions: ReactionTable): Promise<{ readonly done: number; readonly failed: number }> {
  const started = performance.now();
  const done: string[] = [];
  let failed = 0;
  for (const row of await due(new Date())) {
    if (performance.now() - started > budget) break;
    const outcome = await run(row, reactions, { until: Number.POSITIVE_INFINITY, transacting: false });
    if (!outcome.complete) {
      failed += 1;
      await postpone(row, outcome.done);
    } else done.push(row._id);
  }
  if (done.length > 0)
    await database
      .collection('journal')
      .where({ _id: operators.in(done) })
      .update({ data: { state: 'done' } });
  if (failed > 0) log({ event: 'delivery.postponed', count: failed });
  return { done: done.length, failed };
}

async function due(now: Date): Promise<readonly Pending[]> {
  const waiting = database.collection('journal').where({ state: 'pending', dueAt: operators.lte(now) });
  const { data } = await waiting.orderBy('dueAt', 'asc').limit(batch).get();
  return data as readonly unknown[] as readonly Pending[];
}

interface Step {
  readonly key: string;
  readonly reaction: Reaction;
  readonly happening: Happening;
}

/** What is left to do for a row. */
function stepsOf({ _id, aggregate, seq, at, events, delivered }: Pending, reactions: ReactionTable): readonly Step[] {
  return events.flatMap((event, index) =>
    (reactions.get(event.type) ?? [])
      .map((reaction) => ({
        key: `${index}:${reaction.name}`,
        reaction,
        happening: { event, row: _id, index, aggregate, seq, at },
      }))
      .filter(({ key }) => !delivered.includes(key)),
  );
}

interface Outcome {
  readonly done: readonly string[];
  /** Every step is through: none failed, and none was left for want of time. */
  readonly complete: boolean;
}

/**
 * Runs the steps in order; one that fails does not keep the others from running. What a reaction's own command leads to is
 * delivered with it: its row is pending, so a crash or a failure on the way leaves it to the timer.
 */
async function run(row: Pending, reactions: ReactionTable, turn: Turn, depth = 1): Promise<Outcome> {
  const done: string[] = [];
  const steps = stepsOf(row, reactions);
  for (const { key, reaction, happening } of steps) {
    if (performance.now() > turn.until) break;
    turn.transacting = reaction.transacts === true;
    try {
      const made = await reaction.deliver(happening, { db: new DatabaseReader(new Keyring()), now: new Date() });
      turn.transacting = false;
      done.push(key);
      const next = [made ?? []].flat().filter((one) => depth < furthest && stepsOf(one, reactions).length > 0);
      for (const one of next) await note(one._id, await run(one, reactions, turn, depth + 1));
    } catch (error) {
      turn.transacting = false;
      logFailure(error, { event: 'reaction.failed', reaction: `${happening.event.type}/${reaction.name}` });
    }
  }
  return { done, complete: done.length === steps.length };
}

async function note(row: string, { done, complete }: Outcome): Promise<void> {
  const state = complete ? { state: 'done' } : {};
  await database
    .collection('journal')
    .doc(row)
    .update({ data: { ...state, delivered: operators.addToSet({ $each: done }) } });
}

async function postpone({ _id, attempts }: Pending, done: readonly string[]): Promise<void> {
  const pause = Math.min(longestPause, firstPause * 2 ** attempts);
  const data = {
    attempts: operators.inc(1),
    dueAt: new Date(Date.now() + pause),
    delivered: operators.addToSet({ $each: done }),
  };
  await database.collection('journal').doc(_id).update({ data });
}
