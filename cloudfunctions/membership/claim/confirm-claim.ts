import { membership } from '../../../shared/membership/endpoints';
import { accounts, bindMember, unbindMember } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Actor, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { inHandsOf, type Member, members, storeMember } from '../members';
import { type Claim, claimFacts, claimForStaff, claims, endClaim, endedAnswer } from './claims';
import { recordRefusal, seesRecord } from './policies';

/**
 * Gives a record on file to the claimant's account, once somebody has verified who they are. If another account holds it, that
 * one loses it in the same transaction: its very next call is made without, and closing it
 * destroys nothing of the member.
 */
export const confirmClaim = useCase(membership.confirmClaim, {
  journal: (input) => ({ aggregate: `${claims.collection}:${input.claimId}`, action: 'claim.confirm' }),
  async run({ actor, input, tx, now }) {
    const claim = await claimForStaff(tx, actor, input, 'confirm');
    const member = await recordFor(tx, actor, claim, input);
    await refuseSecondMembership(tx, claim, member);
    const replaced = member.account === claim.owner ? undefined : member.account;
    const membershipOf = { id: member._id, kind: member.kind };
    if (replaced !== undefined) await unbindMember(tx, replaced, membershipOf);
    await bindMember(tx, claim.owner, membershipOf);
    await storeMember(tx, inHandsOf(member, claim.owner));
    const { method, note } = input.verification;
    const confirmed = await endClaim(
      tx,
      claim,
      { actor, now },
      { state: 'confirmed', member: member._id, replaced, method, ground: note },
    );
    tx.emit({ type: 'claim.confirmed', ...claimFacts(confirmed), member: member._id, kind: member.kind, replaced, by: actor.id });
    return endedAnswer(confirmed);
  },
});

/**
 * The record as the officer saw it.
 *
 * @throws notFound, stale when anything about it changed since, wrongStatus, auth.conflictOfInterest
 */
async function recordFor(
  tx: Transaction,
  actor: Actor,
  claim: Claim,
  { memberId, memberVersion }: { readonly memberId: string; readonly memberVersion: number },
): Promise<Member> {
  const member = await tx.get(members, memberId, (found) => found.kind === claim.kind && seesRecord(actor, found));
  if (!member) throw new AppError('notFound');
  if (member.version !== memberVersion) throw new AppError('stale');
  const refusal = recordRefusal(actor, member);
  if (refusal) throw new AppError(refusal, refusal === 'wrongStatus' ? { message: '这条会籍已经终止，不能登记到微信号' } : {});
  return member;
}

/** A person is an individual member once. @throws wrongStatus */
async function refuseSecondMembership(tx: Transaction, claim: Claim, member: Member): Promise<void> {
  const claimant = await tx.get(accounts, claim.owner);
  const held = claim.kind === 'individual' ? claimant?.memberId : undefined;
  if (held !== undefined && held !== member._id) throw new AppError('wrongStatus', { message: '登记人的微信号已有另一条会籍' });
}
