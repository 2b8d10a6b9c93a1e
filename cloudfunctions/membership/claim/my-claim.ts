import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { presentOwnClaim } from './claim-view';
import { claims } from './claims';

/** The person's newest claim: where it stands, nothing more. */
export const myClaim = useCase(membership.myClaim, {
  async run({ actor, db }) {
    const [latest] = await db.find(claims, { where: { owner: actor.id }, order: [['at', 'desc']], limit: 1 });
    return latest ? presentOwnClaim(latest) : null;
  },
});
