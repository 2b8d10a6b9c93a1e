import * as fc from 'fast-check';
import { creditCodeCheck, creditCodeProblem, normalCreditCode } from './credit-code';

const seed = 20261122;
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// The weights as the standard prints them.
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const letters = (count: number) => fc.array(fc.constantFrom(...alphabet), { minLength: count, maxLength: count });
const first17 = fc
  .tuple(letters(2), fc.integer({ min: 100000, max: 659999 }), letters(9))
  .map(([start, district, body]) => `${start.join('')}${district}${body.join('')}`);
const valid = first17.map((stem) => stem + creditCodeCheck(stem));

test('the check character makes the weighted sum a multiple of 31, by the printed weights', () => {
  fc.assert(
    fc.property(valid, (code) => {
      const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ''), 0);
      return (sum + alphabet.indexOf(code[17] ?? '')) % 31 === 0;
    }),
    { seed },
  );
});

test('every true code is accepted, in lower case and with spaces too, and is stored alike', () => {
  fc.assert(
    fc.property(valid, (code) => {
      const typed = ` ${code.slice(0, 9).toLowerCase()} ${code.slice(9)} `;
      return creditCodeProblem(code) === undefined && creditCodeProblem(typed) === undefined && normalCreditCode(typed) === code;
    }),
    { seed },
  );
});

test('changing any single character is noticed', () => {
  fc.assert(
    fc.property(valid, fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, by) => {
      const changed = alphabet[(alphabet.indexOf(code[at] ?? '') + by) % 31] ?? '';
      return creditCodeProblem(code.slice(0, at) + changed + code.slice(at + 1)) !== undefined;
    }),
    { seed },
  );
});

test('says what is wrong, most basic first', () => {
  expect(creditCodeProblem('91350100M000100Y43')).toBeUndefined();
  expect(creditCodeProblem('91350100M000100Y44')).toBe('uscc.checkDigit');
  expect(creditCodeProblem('91350100M000100Y4')).toBe('uscc.format');
  expect(creditCodeProblem('91350100M0001O0Y43')).toBe('uscc.format');
  expect(creditCodeProblem('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('uscc.format');
});
