import type { VotingRule } from '../rules/measures';
import { baseOf, type Choice, leastOf, outcomeOf, reaches, type Tally, tallyOf } from './voting';

export type Presence = 'onSite' | 'remote' | 'excused' | 'left';

export interface Attendance {
  readonly seat: string;
  readonly presence: Presence;
}

export interface SeatVote {
  readonly seat: string;
  readonly choice: Choice;
}

/** Seats that sit in the meeting, in the room or by remote; the excused and those who left do not. */
export function presentSeats(attendance: readonly Attendance[]): readonly string[] {
  return attendance.filter(({ presence }) => presence === 'onSite' || presence === 'remote').map(({ seat }) => seat);
}

/** Quorum of the moment: seats present of all, the least that is needed, and whether it is reached. */
export function quorumOf(rule: VotingRule, seats: number, attendance: readonly Attendance[]) {
  const present = presentSeats(attendance).length;
  return { seats, present, needed: leastOf(rule.quorum, seats), reached: reaches(rule.quorum, present, seats) };
}

export type Decision =
  | { readonly kind: 'noQuorum' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | {
      readonly kind: 'decided';
      readonly outcome: 'passed' | 'notPassed';
      readonly tally: Tally;
      readonly present: readonly string[];
    };

/**
 * What the votes on one item come to with the attendance of this moment. The vote of a seat that has left the meeting does
 * not count; a present seat without a vote keeps the item open.
 */
export function decisionOf(
  rule: VotingRule,
  seats: number,
  attendance: readonly Attendance[],
  votes: readonly SeatVote[],
): Decision {
  if (!quorumOf(rule, seats, attendance).reached) return { kind: 'noQuorum' };
  const present = presentSeats(attendance);
  const choices = new Map(votes.map(({ seat, choice }) => [seat, choice]));
  const missing = present.filter((seat) => !choices.has(seat));
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const tally = tallyOf(present.flatMap((seat) => choices.get(seat) ?? []));
  return { kind: 'decided', outcome: outcomeOf(rule, present.length, tally), tally, present };
}

/** Approving votes needed for an item: of those present, less the recused among them unless the rule counts them. */
export function votesNeeded(rule: VotingRule, present: readonly string[], votes: readonly SeatVote[]): number {
  const recused = votes.filter(({ seat, choice }) => choice === 'recuse' && present.includes(seat)).length;
  return leastOf(rule.pass, baseOf(rule, present.length, recused));
}
