import { ruleVersion } from '../../shared/rules/rule';
import { appealDays, reapplicationDays } from '../../shared/rules/rules';
import type { rulesOf } from '../rules';
import type { Application, Rejection } from './applications';

const day = 24 * 3600 * 1000;

/** So many days of 24 hours after a moment. */
export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day);

/** What a rejection leaves open, by the rules of its day. */
export function rejectionOf(rule: Awaited<ReturnType<typeof rulesOf>>, at: Date): Rejection {
  const [appeal, again] = [rule(appealDays), rule(reapplicationDays)];
  return {
    at,
    appealUntil: daysAfter(at, appeal.value),
    reapplyFrom: daysAfter(at, again.value),
    rules: [ruleVersion(appeal), ruleVersion(again)],
  };
}

/** Whether the applicant can appeal at a moment: once, in time, and not after having begun another application. */
export const canAppeal = ({ rejection, appeal, followedBy }: Application, now: Date): boolean =>
  rejection !== undefined && appeal === undefined && followedBy === undefined && now < rejection.appealUntil;

/** From when on the applicant may apply again; undefined when they may now. */
export function barredUntil({ state, rejection }: Application, now: Date): Date | undefined {
  return state === 'rejected' && rejection && now < rejection.reapplyFrom ? rejection.reapplyFrom : undefined;
}
