import { checkFlood } from './limiter';

const passes = (who: string, at: number) => {
  try {
    checkFlood(who, at);
    return true;
  } catch {
    return false;
  }
};

test('a person may call three hundred times at once, then twenty times a second', () => {
  const at = (ms: number, calls: number) => Array.from({ length: calls }, () => passes('anna', ms)).filter(Boolean).length;
  expect(at(0, 400)).toBe(300);
  // What was tried beyond the limit counts: it takes five seconds to be forgiven.
  expect(at(1000, 10)).toBe(0);
  expect(at(60_000, 400)).toBe(300);
});

test('a flood of ten thousand others does not let a person who floods start anew', () => {
  for (let call = 0; call < 301; call += 1) passes('flooder', 0);
  for (let other = 0; other < 9000; other += 1) passes(`other-${other}`, 0);
  expect(passes('flooder', 0)).toBe(false);
});
