import { membership } from '../../../shared/membership/endpoints';
import { rejectedClaimMonths } from '../../../shared/rules/rules';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { monthsLater } from '../change/confirmation';
import { type Claim, claims } from './claims';

/** Turned down before this, a claim goes, by the rules of a day. */
const keptFrom = async (db: Pick<Reader, 'find'>, now: Date): Promise<Date> =>
  monthsLater(now, -(await rulesOf(db, now))(rejectedClaimMonths).value);

/** Claims whose time has come, oldest first. */
export async function dueClaims(db: Reader, now: Date, limit: number): Promise<readonly Claim[]> {
  const where = { state: 'rejected', decidedAt: { lt: await keptFrom(db, now) } };
  return db.find(claims, { where, order: [['decidedAt', 'asc']], limit });
}

/** Deletes a claim that was turned down, once its time is over: it stands for nobody's membership. */
export const removeClaim = useCase(membership.removeClaim, {
  journal: (input) => ({ aggregate: `${claims.collection}:${input.claimId}`, action: 'claim.remove' }),
  async run({ input, tx, db, now }) {
    const claim = await tx.get(claims, input.claimId);
    const over = claim?.state === 'rejected' && claim.decidedAt && claim.decidedAt < (await keptFrom(db, now));
    if (over) await tx.remove(claims, claim);
    return { removed: over === true };
  },
});
