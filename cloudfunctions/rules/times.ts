import { dayOf } from '../../shared/dates';
import { rememberedFor } from './book';

/**
 * How long before its first day a change must be approved, in ms: an hour, far more than an instance goes by a remembered book
 * and than clocks differ, so that no decision of that day is made under the old version.
 */
const margin = Math.max(3600_000, 10 * rememberedFor);
const day = 24 * 3600_000;

/** The instant before which a change of this first day (`YYYY-MM-DD` in Asia/Shanghai) must be approved. */
export const approveBefore = (effectiveFrom: string): Date => new Date(Date.parse(`${effectiveFrom}T00:00:00+08:00`) - margin);

/** Whether a change can still take effect on its first day. */
export const canTakeEffect = (effectiveFrom: string, now: Date): boolean => now < approveBefore(effectiveFrom);

/** The first day that a change proposed now can hold from, while there is still time for somebody to approve it. */
export function earliestDay(now: Date): string {
  const tomorrow = dayOf(now.getTime() + day);
  return canTakeEffect(tomorrow, now) ? tomorrow : dayOf(now.getTime() + 2 * day);
}
