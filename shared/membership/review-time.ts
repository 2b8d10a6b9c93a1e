import { endOfWorkingDay } from '../dates';
import type { Calendar } from '../rules/measures';

/**
 * Working days from a moment until a due instant, at least one: what a returned application gets back when it is handed in
 * again. The inverse of `endOfWorkingDay`.
 */
export function workingDaysLeft(moment: Date, dueAt: Date, calendar: Calendar): number {
  let days = 1;
  while (endOfWorkingDay(moment, days, calendar) < dueAt) days += 1;
  return days;
}
