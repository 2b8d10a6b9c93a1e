import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { invitationDays, invitationUses } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { members } from '../members';
import { spoken } from '../references';
import { invitations, presentInvitation } from './invitations';

const day = 24 * 3600 * 1000;

/** Codes that one person may make in a day. */
const makes = { max: 5, perSeconds: 24 * 3600 } as const;

/** A code of eight characters by which a member in good standing recommends people. */
export const createInvitation = useCase(membership.createInvitation, {
  journal: (_input, output) => ({ aggregate: `${invitations.collection}:${output.code}`, action: 'invitation.create' }),
  async run({ actor, input, tx, db, now, limit }) {
    const memberId = input.memberId ?? actor.memberId;
    if (memberId === undefined || (memberId !== actor.memberId && !actor.represents.includes(memberId)))
      throw new AppError('notFound');
    await limit('invitation.create', makes);
    const member = await db.get(members, memberId);
    if (!member || !mayDo(member.standing, 'invite')) throw new AppError('wrongStatus', { message: '会籍在籍时才能邀请他人' });
    const rule = await rulesOf(db, now);
    const invitation = await tx.add(
      invitations,
      {
        _id: spoken(8),
        member: memberId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + rule(invitationDays).value * day),
        uses: rule(invitationUses).value,
        usedBy: [],
      },
      new AppError('busy'),
    );
    tx.emit({ type: 'invitation.created', member: memberId });
    return presentInvitation(invitation, now);
  },
});
