import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { bindMember, unbindMember } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Transaction, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { inHandsOf, type Member, members, storeMember } from '../members';
import { identityOf } from '../profiles';
import { claimIdentity, releaseIdentity } from '../reservations';
import { changeFacts, type MemberChange, memberChanges } from './changes';
import { withChanges } from './fields';
import { changeMoved } from './moves';
import { manages } from './policies';

type Context = WriteContext<typeof membership.decideChange>;

/** Staff approve or reject a change; with the approval everything that hangs on it changes in the same transaction. */
export const decideChange = useCase(membership.decideChange, {
  journal: (_input, output) => ({ aggregate: `members:${output.memberId}`, action: 'member.decideChange' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const change = await tx.get(memberChanges, input.changeId, (found) => manages(actor, found));
    if (!change) throw new AppError('notFound');
    if (change.version !== input.version) throw new AppError('stale');
    const { decision, reason } = input;
    const moved = changeMoved(actor, change, decision, now);
    if (decision === 'reject' && reason === undefined) throw new AppError('request.invalid', { fields: { reason: 'required' } });
    if (decision === 'approve') await approve(context, change);
    const decided = await tx.replace(
      memberChanges,
      { ...moved, ...(reason && { decisionReason: reason }) },
      { expecting: change.version },
    );
    tx.emit({
      type: 'change.decided',
      ...changeFacts(change),
      decision,
      by: actor.id,
      account: change.entered ? undefined : change.by,
    });
    return { id: decided._id, version: decided.version, state: decided.state, memberId: decided.member };
  },
});

async function approve(context: Context, change: MemberChange): Promise<void> {
  const { tx } = context;
  const member = await tx.get(members, change.member);
  if (!member) throw new AppError('notFound');
  if (!mayDo(member.standing, 'changeDetails')) throw new AppError('wrongStatus', { fields: { standing: member.standing } });
  if (change.kind === 'representative') return replaceRepresentative(tx, member, change);
  const { changes, fields } = change;
  const changed = withChanges(member, changes);
  const identity = await movedIdentity(context, member, changed);
  const { city } = await storeMember(tx, { ...changed, identity });
  tx.emit({ type: 'member.changed', member: member._id, city, fields, renamed: changed.name !== member.name });
}

/** Reserves a corrected identity number or credit code and gives the old one free. @throws identity.taken */
async function movedIdentity({ tx, now }: Context, member: Member, changed: Member): Promise<string> {
  if (identityOf(changed.profile) === member.identity) return member.identity;
  const identity = await claimIdentity(tx, changed.profile, member.application, now);
  await releaseIdentity(tx, member.identity, member.application);
  return identity;
}

/** The unit passes from one account to another: the old one's next call is made without it. */
async function replaceRepresentative(tx: Transaction, member: Member, { account, changes }: MemberChange): Promise<void> {
  if (account === undefined) throw new Error('a change of representative without the new one');
  const unit = { id: member._id, kind: 'unit' } as const;
  const before = member.account;
  if (before !== undefined) await unbindMember(tx, before, unit);
  await bindMember(tx, account, unit);
  await storeMember(tx, inHandsOf(withChanges(member, changes), account));
  tx.emit({ type: 'member.representativeChanged', member: member._id, city: member.city, before, account });
}
