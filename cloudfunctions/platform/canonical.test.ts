import fc from 'fast-check';
import { canonical, hashOf, idOf, parseCanonical } from './canonical';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59Z') }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter((key) => !key.startsWith('$') && key !== '__proto__'),
      tie('any'),
      { maxKeys: 4 },
    ),
  ),
})).any;

test('a value comes back from its text as it was, dates as dates', () => {
  fc.assert(
    fc.property(value, (original) => {
      expect(parseCanonical(canonical(original))).toEqual(original);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the order of keys and fields left undefined change nothing', () => {
  expect(canonical({ b: 1, a: [new Date(0), { d: undefined, c: '"' }] })).toBe(
    '{"a":[{"$date":"1970-01-01T00:00:00.000Z"},{"c":"\\""}],"b":1}',
  );
  expect(hashOf({ a: 1, b: undefined, c: 2 })).toBe(hashOf({ c: 2, a: 1 }));
});

test('an id tells its parts apart', () => {
  expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
  expect(idOf('a', 'b')).toMatch(/^[0-9A-Za-z_-]{43}$/);
});
