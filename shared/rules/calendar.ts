import { calendarYears } from './measures';
import { rule } from './rule';

/** Days from a first one, of the same month. */
const from = (first: string, days: number) =>
  Array.from({ length: days }, (_, index) => {
    const day = Number(first.slice(8)) + index;
    return `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
  });

/** Holidays and 调休 as the State Council announces them each autumn for the year to come. */
export const calendar = rule({
  key: 'calendar',
  title: '节假日和调休',
  source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
  measure: calendarYears,
  value: [
    {
      year: 2026,
      holidays: [
        ...from('2026-01-01', 3),
        ...from('2026-02-15', 9),
        ...from('2026-04-04', 3),
        ...from('2026-05-01', 5),
        ...from('2026-06-19', 3),
        ...from('2026-09-25', 3),
        ...from('2026-10-01', 7),
      ],
      workingDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  ],
});
