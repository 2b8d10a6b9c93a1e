import { membership } from '../../../shared/membership/endpoints';
import { leftErasureDays, leftRetentionMonths } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Member, members, storeMember } from '../members';
import { monthsLater } from './confirmation';
import { uploadsIn } from './files-in-use';
import { forgottenMember } from './forget-record';

const dayMs = 24 * 3600 * 1000;

type Choice = NonNullable<Member['dataChoice']>;

/** Whoever resigned before this moment and chose this is due, by the rules of a day: erased as asked, or kept for its time. */
async function leftBefore(db: Pick<Reader, 'find'>, now: Date): Promise<Readonly<Record<Choice, Date>>> {
  const rule = await rulesOf(db, now);
  return {
    erase: new Date(now.getTime() - rule(leftErasureDays).value * dayMs),
    keep: monthsLater(now, -rule(leftRetentionMonths).value),
  };
}

/** Members whose data have been kept as long as they chose, `limit` of each choice at most; those done are not found again. */
export async function dueErasures(db: Reader, now: Date, limit: number): Promise<readonly Member[]> {
  const before = await leftBefore(db, now);
  const found = await Promise.all(
    (['erase', 'keep'] as const).map((dataChoice) =>
      db.find(members, { where: { dataChoice, keptSince: { lt: before[dataChoice] } }, order: [['keptSince', 'asc']], limit }),
    ),
  );
  return found.flat();
}

/**
 * Erases what the register holds of somebody who resigned, once its time is over: number, standing and dates stay. Where the
 * record has a key of its own that goes too, and with it what the journal has; their application, changes and measures follow.
 */
export const eraseMembership = useCase(membership.eraseMembership, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.erase' }),
  async run({ input, tx, db, now }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    const { dataChoice, keptSince, account, application, person, _id } = member;
    if (!dataChoice || !keptSince || keptSince >= (await leftBefore(db, now))[dataChoice]) return { erased: false };
    await storeMember(tx, forgottenMember(member, now));
    if (person === _id) tx.eraseKey(person);
    const files = uploadsIn(member);
    tx.emit({ type: 'member.contentErased', member: _id, application: application || undefined, account, files });
    return { erased: true };
  },
});
