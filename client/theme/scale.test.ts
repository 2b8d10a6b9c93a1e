import { nearestScale } from './scale';

test('keeps the standard size for the standard factor and below', () => {
  expect(nearestScale(1)).toBe(1);
  expect(nearestScale(0.9)).toBe(1);
});

test('never makes text smaller than asked for by more than a twentieth', () => {
  for (let factor = 1; factor <= 1.6; factor += 0.01) expect(nearestScale(factor)).toBeGreaterThanOrEqual(factor - 0.051);
});

test('stops at the largest step', () => {
  expect(nearestScale(2.4)).toBe(1.6);
});
