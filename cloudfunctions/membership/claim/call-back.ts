import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { disclosures, reveals } from '../disclosures';
import { members } from '../members';
import { mobileOf } from '../profiles';
import { claims } from './claims';
import { claimRefusal, recordRefusal, seesClaim, seesRecord } from './policies';

/**
 * The mobile on file of a record that a claim is about: 回拨 goes to it and to no number that the claimant gives. Nothing else of
 * the record is opened, and the purpose is the claim itself.
 */
export const callBack = useCase(membership.callBack, {
  journal: (input) => ({ aggregate: `${claims.collection}:${input.claimId}`, action: 'claim.callBack' }),
  async run({ actor, input, tx, now, newId, limit }) {
    const claim = await tx.get(claims, input.claimId, (found) => seesClaim(actor, found));
    const member =
      claim && (await tx.get(members, input.memberId, (found) => found.kind === claim.kind && seesRecord(actor, found)));
    if (!claim || !member) throw new AppError('notFound');
    const refusal = claimRefusal(actor, claim, 'confirm') ?? recordRefusal(actor, member);
    if (refusal) throw new AppError(refusal);
    await limit('person.reveal', reveals);
    const { _id, account, person, profile } = member;
    const reason = `核对会籍登记 ${claim.reference}，回拨登记的手机`;
    await tx.add(disclosures, { _id: newId(), owner: account ?? person, about: _id, by: actor.id, at: now, reason });
    tx.emit({ type: 'member.revealed', member: _id, city: member.city, by: actor.id });
    return { mobile: mobileOf(profile) };
  },
});
