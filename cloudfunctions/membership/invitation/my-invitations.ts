import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { useCase } from '../../platform/use-case';
import { members } from '../members';
import { invitations, presentInvitation } from './invitations';

/** Memberships of one account that are looked at; nobody represents more. */
const atMost = 20;

/** The invitations of the caller's memberships, newest first, and whether they can make another. */
export const myInvitations = useCase(membership.myInvitations, {
  async run({ actor, db, now }) {
    const own = [actor.memberId, ...actor.represents].filter((id) => id !== undefined).slice(0, atMost);
    if (own.length === 0) return { rows: [], can: { create: false } };
    const [found, memberships] = await Promise.all([
      db.find(invitations, { where: { member: { in: own } }, order: [['createdAt', 'desc']], limit: 20 }),
      db.getMany(members, own),
    ]);
    return {
      rows: found.map((invitation) => presentInvitation(invitation, now)),
      can: { create: memberships.some(({ standing }) => mayDo(standing, 'invite')) },
    };
  },
});
