/**
 * Dates as people say them, in Asia/Shanghai wherever the phone is. That zone has been UTC+8 without summer time since
 * 1991, so shifting by eight hours needs no Intl, which older phones lack.
 */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

type Moment = Date | string;

const local = (moment: Moment) => new Date(new Date(moment).getTime() + OFFSET);
const two = (value: number) => String(value).padStart(2, '0');
const dayNumber = (date: Date) => Math.floor(date.getTime() / DAY);

/** `14:30`. */
export function clock(moment: Moment): string {
  const date = local(moment);
  return `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
}

/** `11月23日 周一`, with the year when it isn't this one. */
export function day(moment: Moment, now: Date = new Date()): string {
  const date = local(moment);
  const year = date.getUTCFullYear() === local(now).getUTCFullYear() ? '' : `${date.getUTCFullYear()}年`;
  return `${year}${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${WEEKDAYS[date.getUTCDay()]}`;
}

/** `今天`, `昨天`, `明天`, else as `day`. */
export function nearDay(moment: Moment, now: Date = new Date()): string {
  const distance = dayNumber(local(moment)) - dayNumber(local(now));
  return ({ '-1': '昨天', '0': '今天', '1': '明天' } as Record<string, string>)[String(distance)] ?? day(moment, now);
}

/** `今天 14:30`, `11月23日 周一 14:30`. */
export function dayAndTime(moment: Moment, now: Date = new Date()): string {
  return `${nearDay(moment, now)} ${clock(moment)}`;
}

/** `2026年3月`: since when somebody is a member. */
export function month(moment: Moment): string {
  const date = local(moment);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
}

/** `2026年3月8日`: for certificates and papers. */
export function fullDay(moment: Moment): string {
  return `${month(moment)}${local(moment).getUTCDate()}日`;
}

/** `2026年3月8日` of a calendar day `2026-03-08`, which has no time and no zone. */
export function calendarDay(value: string): string {
  const [year, monthOfYear, dayOfMonth] = value.split('-').map(Number);
  return `${year}年${monthOfYear}月${dayOfMonth}日`;
}

/** `上午好` and so on, by the hour of the day. */
export function greeting(now: Date = new Date()): string {
  const hour = local(now).getUTCHours();
  if (hour < 6) return '夜深了';
  if (hour < 12) return '上午好';
  return hour < 18 ? '下午好' : '晚上好';
}
