import { database, operators } from './sdk';

const dayMs = 24 * 3600 * 1000;

/** Deletes what has served: counters whose window is over, and lines of the workbench closed a month ago. */
export async function sweepPlatform(now: Date): Promise<{ readonly limits: number; readonly due: number }> {
  const limits = await database
    .collection('limits')
    .where({ expiresAt: operators.lt(now) })
    .remove();
  const monthAgo = new Date(now.getTime() - 30 * dayMs);
  const due = await database
    .collection('due')
    .where({ open: false, since: operators.lt(monthAgo) })
    .remove();
  return { limits: limits.stats.removed, due: due.stats.removed };
}

/** Deletes technical notes that are older than a moment: refusals, messages, used acceptances, verdicts on pictures. */
export async function sweepNotes(before: Date): Promise<Readonly<Record<string, number>>> {
  const older = operators.lt(before);
  const [refusals, messages, subscriptions, mediaChecks] = await Promise.all([
    database.collection('refusals').where({ lastAt: older }).remove(),
    database.collection('messages').where({ at: older }).remove(),
    database.collection('subscriptions').where({ used: true, at: older }).remove(),
    database.collection('mediaChecks').where({ at: older }).remove(),
  ]);
  return {
    refusals: refusals.stats.removed,
    messages: messages.stats.removed,
    subscriptions: subscriptions.stats.removed,
    mediaChecks: mediaChecks.stats.removed,
  };
}
