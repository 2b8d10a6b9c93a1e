import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Calendar } from './rules/measures';
import { isWorkingDay } from './rules/working-day';

dayjs.extend(utc);

/**
 * Dates in Asia/Shanghai, which has kept UTC+8 without daylight saving since 1992. The offset is fixed here because some
 * phones' WeChat lacks the `Intl` data that dayjs' timezone plugin needs, and cloud functions run in UTC.
 */
const offsetMinutes = 8 * 60;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

type Moment = string | number | Date;

function local(moment: Moment) {
  return dayjs(moment).utc().utcOffset(offsetMinutes);
}

/** `YYYY-MM-DD` in Asia/Shanghai. */
export function dayOf(moment: Moment): string {
  return local(moment).format('YYYY-MM-DD');
}

/** The instant at which the day of a moment began in Asia/Shanghai. */
export function startOfDay(moment: Moment): Date {
  return local(moment).startOf('day').toDate();
}

/** The same moment a number of calendar months earlier; the last of the month where it is shorter. */
export function monthsBefore(moment: Moment, months: number): Date {
  return local(moment).subtract(months, 'month').toDate();
}

/** The same moment a number of calendar months later; the last of the month where it is shorter. */
export function monthsAfter(moment: Moment, months: number): Date {
  return local(moment).add(months, 'month').toDate();
}

/** Four-digit year in Asia/Shanghai. */
export function yearOf(moment: Moment): number {
  return local(moment).year();
}

/** `14:30` in Asia/Shanghai. */
export function clockTime(moment: Moment): string {
  return local(moment).format('HH:mm');
}

/** 今天, 明天, 11月23日 周一, or 2025年11月23日 周日 when the year isn't this one. */
export function dayInWords(moment: Moment, now: Moment = Date.now()): string {
  const day = local(moment);
  const days = day.startOf('day').diff(local(now).startOf('day'), 'day');
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === -1) return '昨天';
  return dateInWords(moment, now);
}

/** 11月23日 周一, with the year when it isn't this one. */
export function dateInWords(moment: Moment, now: Moment = Date.now()): string {
  const day = local(moment);
  return `${day.format(day.year() === local(now).year() ? 'M月D日' : 'YYYY年M月D日')} ${weekdays[day.day()]}`;
}

/** 今天 14:30, 11月23日 周一 14:30. */
export function momentInWords(moment: Moment, now: Moment = Date.now()): string {
  return `${dayInWords(moment, now)} ${clockTime(moment)}`;
}

/** 2026年11月27日: for documents, always with the year. */
export function dateForDocuments(moment: Moment): string {
  return local(moment).format('YYYY年M月D日');
}

/** 上午好 by the hour in Asia/Shanghai. */
export function greeting(now: Moment = Date.now()): string {
  const hour = local(now).hour();
  if (hour < 5) return '夜深了';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** The instant of the end of the `days`-th working day after a moment, by the calendar in force: 17:30 in Asia/Shanghai. */
export function endOfWorkingDay(moment: Moment, days: number, calendar: Calendar): Date {
  let day = local(moment).startOf('day');
  for (let left = days; left > 0; ) {
    day = day.add(1, 'day');
    const weekend = day.day() === 0 || day.day() === 6;
    if (isWorkingDay(calendar, day.format('YYYY-MM-DD'), weekend)) left -= 1;
  }
  return day.add(17 * 60 + 30, 'minute').toDate();
}

/** Whole years between a birth date (`YYYY-MM-DD`) and a day (`YYYY-MM-DD`). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
