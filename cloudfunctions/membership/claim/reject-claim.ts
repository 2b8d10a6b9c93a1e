import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { claimFacts, claimForStaff, claims, endClaim, endedAnswer } from './claims';

/** Turns a claim down; the reason stays with the officers, since it would tell what is on file. */
export const rejectClaim = useCase(membership.rejectClaim, {
  journal: (input) => ({ aggregate: `${claims.collection}:${input.claimId}`, action: 'claim.reject' }),
  async run({ actor, input, tx, now }) {
    const claim = await claimForStaff(tx, actor, input, 'reject');
    const rejected = await endClaim(tx, claim, { actor, now }, { state: 'rejected', ground: input.reason });
    tx.emit({ type: 'claim.rejected', ...claimFacts(rejected), by: actor.id });
    return endedAnswer(rejected);
  },
});
