import { checksOf, latestByCheck } from '../../../shared/membership/compliance';
import { mayDo } from '../../../shared/membership/standing';
import { pages } from '../../../shared/pages';
import { recheckDays, recheckLeadDays } from '../../../shared/rules/rules';
import { dueChange } from '../../platform/reactions';
import type { Reaction } from '../../platform/types';
import type { rulesOf } from '../../rules';
import type { Member } from '../members';
import { goodUntil } from './compliance-entries';

type Rules = Awaited<ReturnType<typeof rulesOf>>;
const day = 24 * 3600 * 1000;

/** Days before it is due that a look-up shows in the workbench: every unit has one to come, most of them months away. */
const shownBefore = 7;

/**
 * When a unit member's look-ups are due again: some days before the first of them ends, at once when one is missing; null for
 * a category that needs none.
 */
function dueAtOf({ category, compliance = [] }: Member, rule: Rules, now: Date): Date | null {
  const latest = latestByCheck(compliance);
  const ends = checksOf(category).map((check) => {
    const entry = latest.get(check);
    if (!entry) return now.getTime();
    const lastDay = Date.parse(`${goodUntil(entry, rule(recheckDays).value)}T17:30:00+08:00`);
    return lastDay - rule(recheckLeadDays).value * day;
  });
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** The event that sets the line of the workbench: of the member's own chain only. */
export function dueFacts(member: Member, rule: Rules, now: Date) {
  const dueAt = mayDo(member.standing, 'certificateInForce') ? dueAtOf(member, rule, now) : null;
  const { _id, number, city } = member;
  return { type: 'member.complianceFollowed', member: _id, number, city, dueAt: dueAt?.toISOString() };
}

/** Opens the line for the next look-up, in the place of the one before. */
export const recheckLine: Reaction = dueChange('recheckCompliance', ({ event }) => {
  const member = String(event.member);
  const key = `recheckCompliance:${member}`;
  if (typeof event.dueAt !== 'string') return [{ key, close: true }];
  const dueAt = new Date(event.dueAt);
  const line = {
    queue: 'member.manage',
    city: typeof event.city === 'string' ? event.city : null,
    kind: 'recheckCompliance',
    record: member,
    reference: String(event.number),
    page: pages.compliance(member),
    dueAt,
    from: new Date(dueAt.getTime() - shownBefore * day),
  } as const;
  return [{ key, open: line }];
});
