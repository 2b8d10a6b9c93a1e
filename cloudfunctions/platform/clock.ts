import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

const zone = 'Asia/Shanghai';

/** The calendar day of an instant in China, `2026-03-01`. */
export const dayInChina = (at: Date) => dayjs(at).tz(zone).format('YYYY-MM-DD');

/** The calendar year of an instant in China. */
export const yearInChina = (at: Date) => dayjs(at).tz(zone).year();

/** The first instant of a day in China; `later` whole days after it. Days are half-open: [start, next start). */
export const startOfDayInChina = (at: Date, later = 0) => dayjs(at).tz(zone).startOf('day').add(later, 'day').toDate();

/** The same time of day in China, so many days later. */
export const addDays = (at: Date, days: number) => dayjs(at).tz(zone).add(days, 'day').toDate();

/**
 * The first instant after so many working days in China have passed: weekends are skipped, public holidays are not known.
 */
export function addWorkingDays(at: Date, days: number): Date {
  let day = dayjs(at).tz(zone);
  for (let left = days; left > 0; ) {
    day = day.add(1, 'day');
    if (day.day() !== 0 && day.day() !== 6) left -= 1;
  }
  return day.toDate();
}
