import { benchDatabase } from './bench';

test('measures every operation, and a page reads its own rows only', () => {
  const { pageExamined, ...rates } = benchDatabase({ small: 2000, large: 6000, rounds: 20 });
  expect(pageExamined).toBe(20);
  for (const value of Object.values(rates)) expect(value).toBeGreaterThan(0);
});
