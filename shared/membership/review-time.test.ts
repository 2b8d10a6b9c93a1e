import * as fc from 'fast-check';
import { endOfWorkingDay } from '../dates';
import { calendar } from '../rules/calendar';
import { workingDaysLeft } from './review-time';

test('counts back the working days that a deadline was given', () => {
  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 30 }),
      (from, days) => workingDaysLeft(from, endOfWorkingDay(from, days, calendar.value), calendar.value) === days,
    ),
    { seed: 20261122 },
  );
});

test('an overdue review still has a day', () => {
  expect(workingDaysLeft(new Date('2026-11-22T04:00:00Z'), new Date('2026-11-02T09:30:00Z'), calendar.value)).toBe(1);
});
