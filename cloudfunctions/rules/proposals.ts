import type { ErrorCode } from '../../shared/contract/errors';
import { moveOf } from '../../shared/lifecycle';
import { type ProposalState, proposalLifecycle } from '../../shared/rules/lifecycle';
import { AppError } from '../platform/errors';
import type { Actor, RecordType, Stored, Transaction } from '../platform/types';
import { canTakeEffect } from './times';

/** A change of a rule that somebody proposed: what the next version would be, and what became of it. */
export interface RuleProposal extends Stored {
  readonly key: string;
  readonly state: ProposalState;
  readonly value: unknown;
  readonly effectiveFrom: string;
  readonly source: string;
  readonly note: string;
  /** Account of the proposer. */
  readonly by: string;
  readonly at: Date;
  /** The rule's key while open, its own id afterwards: unique, so a rule has one open proposal. */
  readonly live: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  /** Why it was rejected. */
  readonly reason?: string;
}

export const ruleProposals: RecordType<RuleProposal> = { collection: 'ruleProposals', sealed: [] };

type Action = 'approve' | 'reject' | 'withdraw';

/** Why a person may not make a move of a proposal now; undefined when they may. Behind both the refusal and `can`. */
export function refusalOf(actor: Actor, proposal: RuleProposal, action: Action, now: Date): ErrorCode | undefined {
  const move = moveOf(proposalLifecycle, proposal.state, action);
  if (!move) return 'wrongStatus';
  if (!actor.may(move.by)) return 'auth.forbidden';
  if (move.own) return proposal.by === actor.id ? undefined : 'auth.forbidden';
  // Four eyes: whoever proposed it decides nothing about it.
  if (actor.countsAs(proposal.by)) return 'auth.conflictOfInterest';
  if (action === 'approve' && !canTakeEffect(proposal.effectiveFrom, now)) return 'wrongStatus';
  return undefined;
}

/**
 * A proposal after a move, in the transaction; not yet stored.
 *
 * @throws notFound, wrongStatus, auth.forbidden, auth.conflictOfInterest
 */
export async function movedProposal(
  { tx, actor, now }: { readonly tx: Transaction; readonly actor: Actor; readonly now: Date },
  id: string,
  action: Action,
): Promise<RuleProposal> {
  const proposal = await tx.get(ruleProposals, id);
  if (!proposal) throw new AppError('notFound');
  const refusal = refusalOf(actor, proposal, action, now);
  if (refusal) throw new AppError(refusal);
  const state = proposalLifecycle.open[action].to;
  return { ...proposal, state, live: proposal._id, decidedBy: actor.id, decidedAt: now };
}

/** Stores a moved proposal and announces it: `rule.approved`, `rule.rejected`, `rule.withdrawn`. */
export async function storeProposal(tx: Transaction, proposal: RuleProposal) {
  const { _id, key, state, by, effectiveFrom } = await tx.replace(ruleProposals, proposal, { expecting: proposal.version });
  tx.emit({ type: `rule.${state}`, proposal: _id, rule: key, by, effectiveFrom });
  return { id: _id, key, state };
}
