import { AppError } from './errors';
import { checkKeys, checkSize } from './event';

const codeOf = (run: () => void) => {
  try {
    run();
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

/** Objects nested so deep that recursion over them would overflow the stack. */
function deep(levels: number): object {
  let nested: object = {};
  for (let level = 0; level < levels; level += 1) nested = { nested };
  return nested;
}

test('an event of a hundred thousand levels or keys, or of two megabytes, is refused quickly', () => {
  const started = performance.now();
  expect(codeOf(() => checkSize(deep(100_000)))).toBe('request.invalid');
  expect(codeOf(() => checkSize(Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, 1]))))).toBe(
    'request.tooLarge',
  );
  expect(codeOf(() => checkSize({ input: 'x'.repeat(2_000_000) }))).toBe('request.tooLarge');
  expect(codeOf(() => checkSize({ input: Array(100_000).fill(1) }))).toBe('request.tooLarge');
  expect(codeOf(() => checkSize({ ['k'.repeat(200_000)]: 1 }))).toBe('request.tooLarge');
  expect(performance.now() - started).toBeLessThan(1000);
});

test('an ordinary form passes, with a hundred fields and long texts in three bytes a character', () => {
  const form = Object.fromEntries(Array.from({ length: 100 }, (_, field) => [`field${field}`, '字'.repeat(300)]));
  expect(codeOf(() => checkSize({ endpoint: 'x', input: { form } }))).toBe('ok');
  expect(codeOf(() => checkSize({ input: '字'.repeat(40_000) }))).toBe('request.tooLarge');
});

test('each dangerous key is named with its path, at any depth', () => {
  const input = JSON.parse('{"a":{"b.c":1,"list":[{"$inc":2},{"constructor":{}}]},"__proto__":{}}') as unknown;
  expect.assertions(1);
  try {
    checkKeys(input);
  } catch (error) {
    expect(Object.keys((error as AppError).detail.fields ?? {}).sort()).toEqual([
      '__proto__',
      'a.b.c',
      'a.list.0.$inc',
      'a.list.1.constructor',
    ]);
  }
});
