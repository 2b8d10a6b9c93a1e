import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type Member, memberByNumber, members } from '../members';
import { presentClaim } from './claim-view';
import { type Claim, claims } from './claims';
import { seesClaim, seesRecord } from './policies';

/** One claim as officers see it: what was typed beside the records that may be meant. Another city's looks like a missing one. */
export const claim = useCase(membership.claim, {
  async run({ actor, input, db }) {
    const found = await db.get(claims, input.claimId, (record) => seesClaim(actor, record));
    if (!found) throw new AppError('notFound');
    const on = await candidatesOf(db, found, input.number);
    const within = on.filter((member) => member.kind === found.kind && seesRecord(actor, member));
    return presentClaim(found, within, actor, db);
  },
});

/** The records that fit what was typed, or the one of the number that the officer gives instead. */
async function candidatesOf(db: Reader, { matches }: Claim, number: string | undefined): Promise<readonly Member[]> {
  if (!number) return db.getMany(members, matches);
  const member = await memberByNumber(db, number);
  return member ? [member] : [];
}
