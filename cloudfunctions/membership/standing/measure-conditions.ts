import { dateForDocuments, monthsBefore } from '../../../shared/dates';
import { moveOf } from '../../../shared/lifecycle';
import { type MeasureKind, standingLifecycle } from '../../../shared/membership/standing';
import { type Rule, ruleVersion } from '../../../shared/rules/rule';
import { deemedReminderDays, deemedResignationMonths, reinstatementMonths } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { rulesOf } from '../../rules';
import type { Measure } from '../measures';
import type { Member } from '../members';

type RuleOf = Awaited<ReturnType<typeof rulesOf>>;

/**
 * Conditions of a measure by the rules that hold now.
 *
 * @returns `key@version` of the rules it met
 * @throws wrongStatus with what is missing
 */
export function conditionsOf(kind: MeasureKind, member: Member, rule: RuleOf, now: Date): readonly string[] {
  if (kind === 'deemResigned') return inactive(member, rule(deemedResignationMonths), rule(deemedReminderDays), now);
  if (kind === 'reinstate' && member.standing === 'expelled') return expelledLongAgo(member, rule(reinstatementMonths), now);
  return [];
}

const missing = (message: string) => new AppError('wrongStatus', { message });

/** The newest sign of activity: the admission, a confirmation or check-in, or the end of a suspension. */
function lastActivity({ admittedAt, activeAt, standingHistory }: Member): Date {
  const reinstated = standingHistory.filter(({ standing }) => standing === 'active').at(-1)?.effectiveAt;
  return [admittedAt, activeAt, reinstated].flatMap((date) => date ?? []).reduce((a, b) => (a > b ? a : b));
}

/** Whether a measure has nothing left to decide: the member has left, or has been active since it was to deem them resigned. */
export const hasLostObject = ({ kind, proposedAt }: Pick<Measure, 'kind' | 'proposedAt'>, member: Member): boolean =>
  moveOf(standingLifecycle, member.standing, kind) === undefined ||
  (kind === 'deemResigned' && lastActivity(member) > proposedAt);

/** 视为退会: without activity for long enough, and reminded since, long enough ago to have answered. */
function inactive(member: Member, months: Rule<number>, days: Rule<number>, now: Date): readonly string[] {
  const last = lastActivity(member);
  if (last > monthsBefore(now, months.value))
    throw missing(`最近一次活动是${dateForDocuments(last)}，还不满 ${months.value} 个月，不能提出视为退会`);
  const answered = new Date(now.getTime() - days.value * 24 * 3600 * 1000);
  const reminders = (member.reminders ?? []).filter(({ at }) => at > last);
  if (reminders.length === 0) throw missing('请先提醒会员并记下凭据，再提出视为退会');
  if (!reminders.some(({ at }) => at <= answered))
    throw missing(`提醒后要等满 ${days.value} 天，会员仍没有回应，才能提出视为退会`);
  return [ruleVersion(months), ruleVersion(days)];
}

function expelledLongAgo({ standingHistory }: Member, months: Rule<number>, now: Date): readonly string[] {
  const expelledAt = standingHistory.at(-1)?.effectiveAt ?? now;
  if (expelledAt > monthsBefore(now, months.value)) throw missing(`除名满 ${months.value} 个月后，才能提出恢复会籍`);
  return [ruleVersion(months)];
}
