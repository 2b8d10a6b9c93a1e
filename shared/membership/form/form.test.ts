import * as fc from 'fast-check';
import { fieldErrorTexts } from '../../labels';
import { memberNumberFormat } from '../../rules/rules';
import { fieldPaths } from '../field-paths';
import { isMemberNumber, memberNumber } from '../member-number';
import { formProblems, sectionProblems } from '.';

const seed = 20261122;

test('an empty form names every field that must be filled in, and each has a label', () => {
  const problems = formProblems('individual', {});
  expect(Object.keys(problems)).toEqual(
    fieldPaths('individual').filter((path) => !['work.politicalAffiliation', 'purpose.recommender'].includes(path)),
  );
  expect(new Set(Object.values(problems))).toEqual(new Set(['required']));
});

test('every wrong value is named by a code that has a sentence', () => {
  const wrong = {
    identity: { name: '\u200B', gender: 'other', birthDate: '1990-02-30', idType: 'residentId', idNumber: '110105194912310021' },
    contact: { mobile: '12345', city: '110000', address: 'x'.repeat(101) },
    work: { employer: ' ', post: '\u202E', fields: ['助困', '占卜'] },
    purpose: { purpose: '', plan: 'x'.repeat(501), recommender: 'JSCF-G-2026-00001-9' },
  };
  const problems = Object.entries(formProblems('individual', wrong as never));
  expect(problems.length).toBeGreaterThanOrEqual(14);
  for (const [path, code] of problems) expect([path, fieldErrorTexts[code]]).toEqual([path, expect.any(String)]);
});

test('what people type never breaks the check', () => {
  fc.assert(
    fc.property(
      fc.object({ maxDepth: 2 }),
      (values) => typeof sectionProblems('identity', { identity: values } as never) === 'object',
    ),
    { seed },
  );
});

test('a member number carries a check digit that notices any changed digit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2099 }),
      fc.integer({ min: 1, max: 99999 }),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (year, sequence, at, by) => {
        const number = memberNumber('individual', year, sequence, memberNumberFormat.value);
        const place = [7, 8, 9, 10, 12, 13, 14, 15, 16][at] ?? 7;
        const changed = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);
        return isMemberNumber(number) && !isMemberNumber(changed);
      },
    ),
    { seed },
  );
});
