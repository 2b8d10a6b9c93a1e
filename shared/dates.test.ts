import { ageOn, dayInWords, dayOf, endOfWorkingDay, momentInWords } from './dates';
import { calendar } from './rules/calendar';

const monday = '2026-11-23T01:30:00Z';

test('a moment just after midnight in Shanghai belongs to the new day there', () => {
  expect(dayOf('2026-11-22T16:00:00Z')).toBe('2026-11-23');
  expect(dayOf('2026-11-22T15:59:59Z')).toBe('2026-11-22');
});

test('days are said as people say them, with the year when it is another one', () => {
  expect(dayInWords('2026-11-23T09:00:00Z', monday)).toBe('今天');
  expect(dayInWords('2026-11-22T16:30:00Z', monday)).toBe('今天');
  expect(dayInWords('2026-11-24T01:00:00Z', monday)).toBe('明天');
  expect(momentInWords('2026-11-27T06:30:00Z', monday)).toBe('11月27日 周五 14:30');
  expect(dayInWords('2025-11-23T06:30:00Z', monday)).toBe('2025年11月23日 周日');
});

test('working days skip the weekend', () => {
  expect(endOfWorkingDay('2026-11-20T02:00:00Z', 1, calendar.value).toISOString()).toBe('2026-11-23T09:30:00.000Z');
  expect(endOfWorkingDay(monday, 10, calendar.value).toISOString()).toBe('2026-12-07T09:30:00.000Z');
});

test('working days skip holidays, and count the weekends that are worked for them', () => {
  const end = (from: string, days: number) => dayOf(endOfWorkingDay(`${from}T02:00:00Z`, days, calendar.value));
  // 2026: 2月14日（周六）上班, 2月15日至23日放假.
  expect(end('2026-02-13', 1)).toBe('2026-02-14');
  expect(end('2026-02-13', 2)).toBe('2026-02-24');
  expect(end('2026-09-30', 1)).toBe('2026-10-08');
  expect(end('2026-10-09', 1)).toBe('2026-10-10');
  // Of a year without an entry only the weekends are known.
  expect(end('2030-09-30', 1)).toBe('2030-10-01');
});

test('a birthday counts from its day on', () => {
  expect(ageOn('2012-11-23', '2026-11-22')).toBe(13);
  expect(ageOn('2012-11-23', '2026-11-23')).toBe(14);
});
