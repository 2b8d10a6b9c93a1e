import { audiencesOf, type DueEntry, dues } from '../platform/due';
import type { Actor, Query, Reader } from '../platform/types';

/** Lines that counts go by: what is most urgent; that there are more is told besides. */
const countedAtMost = 100;

/** Everything open that this person may see, most urgent first; what has no date comes last. */
export const waitingQuery = (actor: Actor) =>
  ({ where: { open: true, audience: { in: audiencesOf(actor) } }, order: [['urgency', 'asc']] }) as const satisfies Omit<
    Query,
    'limit'
  >;

/** Their own matter, or they did the step before: seen by others, not by them. */
export const mayDo = (actor: Actor, { not }: DueEntry): boolean => !not.some(actor.countsAs);

/** Of the `countedAtMost` most urgent lines those that this person may do; `capped` when there may be more. One read. */
export async function waitingFor(db: Reader, actor: Actor): Promise<{ lines: readonly DueEntry[]; capped: boolean }> {
  const found = await db.find(dues, { ...waitingQuery(actor), limit: countedAtMost });
  return { lines: found.filter((line) => mayDo(actor, line)), capped: found.length >= countedAtMost };
}

/** How many lines of this person's queues came up, and how many were done, since a moment; 100 at most. Two reads. */
export async function changesSince(db: Reader, actor: Actor, since: Date): Promise<{ opened: number; closed: number }> {
  const changed = async (open: boolean) => {
    const where = { open, audience: { in: audiencesOf(actor) }, since: { gte: since } };
    const lines = await db.find(dues, { where, order: [['since', 'desc']], limit: countedAtMost });
    return lines.filter((line) => mayDo(actor, line)).length;
  };
  const [opened, closed] = await Promise.all([changed(true), changed(false)]);
  return { opened, closed };
}
