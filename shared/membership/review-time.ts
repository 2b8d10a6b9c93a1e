import { endOfWorkingDay } from '../dates';

/**
 * Working days from a moment until a due instant, at least one: what a returned application gets back when it is handed in
 * again. The inverse of `endOfWorkingDay`.
 */
export function workingDaysLeft(moment: Date, dueAt: Date): number {
  let days = 1;
  while (endOfWorkingDay(moment, days) < dueAt) days += 1;
  return days;
}
