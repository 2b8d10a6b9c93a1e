import * as fc from 'fast-check';
import { idNumberProblem, isCalendarDate } from './id-number';
import { maskIdNumber, maskMobile, maskName } from './mask';

const seed = 20261122;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2 the long way: the digit that makes the weighted sum of all eighteen congruent to 1. */
function withCheckDigit(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  for (let check = 0; check <= 10; check += 1) if ((sum + check) % 11 === 1) return first17 + (check === 10 ? 'X' : check);
  throw new Error('unreachable');
}

const valid = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, birth, order]) =>
    withCheckDigit(`${area}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

test('every number with a true date and check digit is accepted, with a lower-case x too', () => {
  fc.assert(
    fc.property(valid, (number) => idNumberProblem(number) === undefined && idNumberProblem(number.toLowerCase()) === undefined),
    { seed },
  );
});

test('changing any single digit is noticed', () => {
  fc.assert(
    fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digit = (Number(number[at]) + by) % 10;
      return idNumberProblem(number.slice(0, at) + digit + number.slice(at + 1)) !== undefined;
    }),
    { seed },
  );
});

test('says what is wrong, most basic first', () => {
  expect(idNumberProblem('1101051949123100')).toBe('idNumber.format');
  expect(idNumberProblem('１１０１０５194912310021')).toBe('idNumber.format');
  expect(idNumberProblem(withCheckDigit('32010619900230001'))).toBe('idNumber.birthDate');
  expect(idNumberProblem('110105194912310021')).toBe('idNumber.checkDigit');
  expect(idNumberProblem('11010519491231002X')).toBeUndefined();
});

test('30 February does not exist, 29 February only in leap years', () => {
  expect(isCalendarDate('1990-02-30')).toBe(false);
  expect(isCalendarDate('2000-02-29')).toBe(true);
  expect(isCalendarDate('1900-02-29')).toBe(false);
});

test('masks show no more than the safety guide allows', () => {
  expect(maskName('张三')).toBe('*三');
  expect(maskName('欧阳小明')).toBe('欧**明');
  expect(maskName('𠮷')).toBe('*');
  expect(maskMobile('15600000077')).toBe('156******77');
  expect(maskIdNumber('11010519491231002X')).toBe('1****************X');
});
