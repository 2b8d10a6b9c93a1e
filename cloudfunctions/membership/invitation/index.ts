import { pages } from '../../../shared/pages';
import { inboxEntry } from '../../platform/reactions';
import type { ServedContext } from '../../platform/types';
import { members } from '../members';
import { createInvitation } from './create-invitation';
import { endInvitation } from './end-invitation';
import { myInvitations } from './my-invitations';

/** The recommender hears that somebody they recommended is admitted, without a name. */
const tellRecommender = inboxEntry('tellRecommender', async ({ event }, db) => {
  if (typeof event.recommender !== 'string') return [];
  const recommender = await db.get(members, event.recommender);
  return recommender?.account
    ? [{ account: recommender.account, kind: 'recommendeeAdmitted', facts: {}, page: pages.invite() }]
    : [];
});

/** Members recommend others: a code to pass on, and what came of it. */
export const invitationArea: ServedContext = {
  useCases: [createInvitation, endInvitation, myInvitations],
  reactions: { 'member.admitted': [tellRecommender] },
};
