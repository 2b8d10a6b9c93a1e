import fc from 'fast-check';
import { decode, encode } from './ejson';
import { sameValue, type Value } from './values';

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Value>(
      null,
      true,
      false,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      2 ** 31,
      -(2 ** 31),
      /a"b/i,
    ),
    fc.double(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }).filter((object) => {
      return !Object.keys(object).some((key) => key.startsWith('$'));
    }),
  ),
})).value;

test('reads back what it has written', () => {
  fc.assert(
    fc.property(value, (original) => {
      expect(
        sameValue(
          decode(encode(original), () => 0),
          original,
        ),
      ).toBe(true);
    }),
    { seed: 20260105, numRuns: 500 },
  );
});

test('writes the canonical form of each type', () => {
  const texts = [1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 1e20, -0, Number.NaN, new Date(5), 'x', null].map((one) =>
    encode(one),
  );
  expect(texts).toEqual([
    '{"$numberInt":"1"}',
    '{"$numberDouble":"1.5"}',
    '{"$numberInt":"2147483647"}',
    '{"$numberLong":"2147483648"}',
    '{"$numberLong":"-2147483649"}',
    '{"$numberDouble":"100000000000000000000"}',
    '{"$numberDouble":"-0.0"}',
    '{"$numberDouble":"NaN"}',
    '{"$date":{"$numberLong":"5"}}',
    '"x"',
    'null',
  ]);
});

test('reads dates and ids in each of their forms', () => {
  const now = () => 1000;
  expect(decode('{"$date":"1970-01-01T00:00:00.005Z"}', now)).toEqual(new Date(5));
  expect(decode('{"$date":5}', now)).toEqual(new Date(5));
  expect(decode('{"$tcb_server_date":{"offset":{"$numberInt":"-1"}}}', now)).toEqual(new Date(999));
  expect(decode('{"$oid":"507f1f77bcf86cd799439011"}', now)).toBe('507f1f77bcf86cd799439011');
});
