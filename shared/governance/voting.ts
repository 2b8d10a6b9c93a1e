import type { Share, VotingRule } from '../rules/measures';

export const choices = ['approve', 'against', 'abstain', 'recuse'] as const;
export type Choice = (typeof choices)[number];
export type Tally = Readonly<Record<Choice, number>>;

/** Whether `part` of `whole` reaches a share; integers only, so no rounding decides. */
export function reaches(share: Share, part: number, whole: number): boolean {
  const left = part * share.denominator;
  const right = whole * share.numerator;
  return share.kind === 'atLeast' ? left >= right && whole > 0 : left > right;
}

/** The least integer part of `whole` that reaches a share: shown as 至少 5 人. */
export function leastOf(share: Share, whole: number): number {
  const exact = whole * share.numerator;
  return share.kind === 'atLeast' ? Math.ceil(exact / share.denominator) : Math.floor(exact / share.denominator) + 1;
}

/** Counts votes by choice. */
export function tallyOf(votes: Iterable<Choice>): Tally {
  const tally = { approve: 0, against: 0, abstain: 0, recuse: 0 };
  for (const choice of votes) tally[choice] += 1;
  return tally;
}

/** Seats of whom a share must approve: the recused count for the quorum, and here only if the rule says so. */
export const baseOf = ({ recused }: VotingRule, present: number, recusing: number): number =>
  recused === 'inBase' ? present : present - recusing;

/**
 * Decides one item; a base of nobody decides nothing.
 * @param present seats present, the recused among them
 */
export function outcomeOf(rule: VotingRule, present: number, tally: Tally): 'passed' | 'notPassed' {
  const base = baseOf(rule, present, tally.recuse);
  return base > 0 && reaches(rule.pass, tally.approve, base) ? 'passed' : 'notPassed';
}
