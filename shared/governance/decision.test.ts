import * as fc from 'fast-check';
import type { Share, VotingRule } from '../rules/measures';
import { votingRules } from '../rules/rules';
import { decisionOf, quorumOf, votesNeeded } from './decision';
import { type Choice, choices, leastOf, reaches } from './voting';

const seed = 20261122;

const share = fc
  .record({
    kind: fc.constantFrom('atLeast' as const, 'moreThan' as const),
    numerator: fc.integer({ min: 1, max: 6 }),
    denominator: fc.integer({ min: 1, max: 7 }),
  })
  .filter(({ numerator, denominator }) => numerator <= denominator);
const rule: fc.Arbitrary<VotingRule> = fc.record({
  quorum: share,
  pass: share,
  recused: fc.constantFrom('outOfBase' as const, 'inBase' as const),
});
const seat = fc.record({
  presence: fc.constantFrom('onSite' as const, 'remote' as const, 'excused' as const, undefined),
  choice: fc.option(fc.constantFrom(...choices), { nil: undefined }),
});
const room = fc.array(seat, { minLength: 1, maxLength: 30 });

/** The naive model: fractions written out as repeated addition, so that no arithmetic is shared with the code. */
function naiveReaches({ kind, numerator, denominator }: Share, part: number, whole: number): boolean {
  let left = 0;
  let right = 0;
  for (let time = 0; time < denominator; time += 1) left += part;
  for (let time = 0; time < numerator; time += 1) right += whole;
  if (kind === 'moreThan') return left > right;
  return whole !== 0 && !(left < right);
}

function naiveDecision(
  { quorum, pass, recused }: VotingRule,
  seats: readonly { presence?: string | undefined; choice?: Choice | undefined }[],
) {
  const there = seats.filter(({ presence }) => presence === 'onSite' || presence === 'remote');
  if (!naiveReaches(quorum, there.length, seats.length)) return 'noQuorum';
  if (there.some(({ choice }) => choice === undefined)) return 'incomplete';
  const counted = there.filter(({ choice }) => choice !== 'recuse' || recused === 'inBase');
  const approving = counted.filter(({ choice }) => choice === 'approve').length;
  return counted.length > 0 && naiveReaches(pass, approving, counted.length) ? 'passed' : 'notPassed';
}

test('decides as the naive model does, for every rule, attendance and vote', () => {
  fc.assert(
    fc.property(rule, room, (rules, seats) => {
      const attendance = seats.flatMap(({ presence }, index) => (presence ? [{ seat: String(index), presence }] : []));
      const votes = seats.flatMap(({ choice }, index) => (choice ? [{ seat: String(index), choice }] : []));
      const decision = decisionOf(rules, seats.length, attendance, votes);
      return (decision.kind === 'decided' ? decision.outcome : decision.kind) === naiveDecision(rules, seats);
    }),
    { seed, numRuns: process.env.SOAK ? 20_000 : 1000 },
  );
});

test('the least number that is shown is the first that reaches the share', () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 500 }), (asked, whole) => {
      const least = leastOf(asked, whole);
      return reaches(asked, least, whole) && !reaches(asked, least - 1, whole);
    }),
    { seed },
  );
});

test.each([
  ['presidentsOffice', 9, 5, 4],
  ['presidentsOffice', 8, 5, 4],
  ['council', 9, 6, 5],
  ['council', 10, 7, 6],
  ['standingCouncil', 3, 2, 1],
] as const)('%s of %i seats: %i are a quorum, %i are not', (body, seats, enough, tooFew) => {
  const present = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ seat: String(index), presence: 'onSite' as const }));
  expect(quorumOf(votingRules[body].value, seats, present(enough)).reached).toBe(true);
  expect(quorumOf(votingRules[body].value, seats, present(tooFew)).reached).toBe(false);
});

const allPresent = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ seat: String(index), presence: 'remote' as const }));
const votesOf = (...given: Choice[]) => given.map((choice, index) => ({ seat: String(index), choice }));

test('a recused seat counts for the quorum and not in the base', () => {
  const votes = votesOf('approve', 'approve', 'recuse', 'recuse', 'against');
  const decision = decisionOf(votingRules.council.value, 5, allPresent(5), votes);
  expect(decision).toMatchObject({ kind: 'decided', outcome: 'passed', tally: { approve: 2, against: 1, recuse: 2 } });
  expect(votesNeeded(votingRules.council.value, ['0', '1', '2', '3', '4'], votes)).toBe(2);
});

test('half is not more than half, two thirds are at least two thirds', () => {
  const half = decisionOf(
    votingRules.presidentsOffice.value,
    4,
    allPresent(4),
    votesOf('approve', 'approve', 'against', 'abstain'),
  );
  const thirds = decisionOf(votingRules.council.value, 3, allPresent(3), votesOf('approve', 'approve', 'against'));
  expect([half, thirds]).toMatchObject([{ outcome: 'notPassed' }, { outcome: 'passed' }]);
});

test('when everybody recuses themself nothing passes', () => {
  const decision = decisionOf(votingRules.presidentsOffice.value, 2, allPresent(2), votesOf('recuse', 'recuse'));
  expect(decision).toMatchObject({ kind: 'decided', outcome: 'notPassed' });
});

test('the vote of a seat that has left does not count', () => {
  const votes = votesOf('approve', 'approve', 'against', 'approve');
  const decision = decisionOf(votingRules.presidentsOffice.value, 4, allPresent(3), votes);
  expect(decision).toMatchObject({ tally: { approve: 2, against: 1 }, present: ['0', '1', '2'] });
});
