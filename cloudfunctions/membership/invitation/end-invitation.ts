import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { Actor } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { manages } from '../change/policies';
import { type Member, members } from '../members';
import { invitations, presentInvitation, stateOf } from './invitations';

/** Ends an invitation early: nobody else can use the code. Applications handed in with it keep their recommender. */
export const endInvitation = useCase(membership.endInvitation, {
  journal: (input) => ({ aggregate: `${invitations.collection}:${input.code}`, action: 'invitation.end' }),
  async run({ actor, input, tx, now }) {
    const invitation = await tx.get(invitations, input.code);
    const member = invitation && (await tx.get(members, invitation.member, (found) => mayEnd(actor, found)));
    // A code that does not exist and somebody else's look the same: nothing is learned by trying.
    if (!invitation || !member) throw new AppError('notFound');
    if (stateOf(invitation, now) !== 'live') throw new AppError('wrongStatus', { message: '这个邀请码已经不能使用' });
    const ended = await tx.replace(invitations, { ...invitation, expiresAt: now }, { expecting: invitation.version });
    return presentInvitation(ended, now);
  },
});

const mayEnd = (actor: Actor, member: Member): boolean =>
  actor.memberId === member._id || actor.represents.includes(member._id) || manages(actor, member);
