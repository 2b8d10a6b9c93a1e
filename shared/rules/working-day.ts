import type { Calendar } from './measures';

/** Whether a day (`YYYY-MM-DD`) that falls on a weekend or not is one on which the office works. */
export function isWorkingDay(known: Calendar, day: string, weekend: boolean): boolean {
  const year = known.find((one) => one.year === Number(day.slice(0, 4)));
  if (year?.holidays.includes(day)) return false;
  return !weekend || (year?.workingDays.includes(day) ?? false);
}

/** Whether the notice for a year is entered; without it, deadlines in it pass over weekends only. */
export const knowsYear = (known: Calendar, year: number): boolean => known.some((one) => one.year === year);
