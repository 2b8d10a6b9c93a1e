import { permissions } from '../../shared/access/permissions';
import { type DueEntry, dues } from '../platform/due';
import type { Actor, Query, Reader } from '../platform/types';

/** Permissions whose holders are told what waits, by the reactions of the contexts. */
const queuesOfStaff = permissions.filter((permission) =>
  [
    'application.review',
    'application.secondReview',
    'application.decideAppeal',
    'meeting.manage',
    'minutes.check',
    'member.manage',
    'rule.approve',
  ].includes(permission),
);

/** Lines read of one queue: what is most urgent; the rest moves up as these are done. */
const readAtMost = 100;

/** The filters that together find what waits for this person: a queue each, one city each where they see cities. */
export function queuesOf(actor: Actor): readonly Query['where'][] {
  const own = actor.kind === 'person' ? [{ queue: `account:${actor.id}`, open: true }] : [];
  const shared = queuesOfStaff.flatMap((queue) => {
    const reach = actor.reach(queue);
    if (reach === 'all') return [{ queue, open: true }];
    return reach.map((city) => ({ queue, city, open: true }));
  });
  return [...shared, ...own];
}

/** Everything open that this person may do, most urgent first; what has no date comes last. One read a queue, at once. */
export async function waitingFor(db: Reader, actor: Actor): Promise<readonly DueEntry[]> {
  const read = (where: Query['where']) => db.find(dues, { where, order: [['dueAt', 'asc']], limit: readAtMost });
  const lines = (await Promise.all(queuesOf(actor).map(read))).flat();
  return lines.filter(({ not }) => !not.includes(actor.id)).sort(byUrgency);
}

const never = Number.MAX_SAFE_INTEGER;
const time = ({ dueAt }: DueEntry) => dueAt?.getTime() ?? never;
const byUrgency = (a: DueEntry, b: DueEntry) =>
  time(a) - time(b) || a.since.getTime() - b.since.getTime() || (a._id < b._id ? -1 : 1);
