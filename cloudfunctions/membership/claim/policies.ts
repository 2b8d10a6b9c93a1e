import type { Permission } from '../../../shared/access/permissions';
import type { ErrorCode } from '../../../shared/contract/errors';
import { moveOf } from '../../../shared/lifecycle';
import { claimLifecycle } from '../../../shared/membership/claim';
import { mayDo } from '../../../shared/membership/standing';
import type { Actor } from '../../platform/types';
import type { Member } from '../members';
import type { Claim } from './claims';

const permission: Permission = 'member.manage';

const reaches = (actor: Actor, city: string | null): boolean => {
  const cities = actor.reach(permission);
  return cities === 'all' || (city !== null && cities.includes(city));
};

/** Whether an officer deals with a claim: what fits nothing, or records of several cities, is for those who see all. */
export const seesClaim = (actor: Actor, claim: Pick<Claim, 'city'>): boolean => reaches(actor, claim.city);

/** Whether an officer may give this record away. */
export const seesRecord = (actor: Actor, member: Pick<Member, 'city'>): boolean => reaches(actor, member.city);

/** Nobody decides on their own claim, nor on that of a colleague whom they stand in for. */
export const isOwnClaim = (actor: Actor, claim: Pick<Claim, 'owner'>): boolean => actor.countsAs(claim.owner);

/** Why a person may not make a move now; undefined when they may. */
export function claimRefusal(actor: Actor, claim: Claim, action: 'confirm' | 'reject'): ErrorCode | undefined {
  if (!moveOf(claimLifecycle, claim.state, action)) return 'wrongStatus';
  if (!seesClaim(actor, claim)) return 'notFound';
  return isOwnClaim(actor, claim) ? 'auth.conflictOfInterest' : undefined;
}

/** Why a record may not be given away by this person; undefined when it may. Nobody decides who takes over their own. */
export function recordRefusal(actor: Actor, member: Pick<Member, 'account' | 'standing'>): ErrorCode | undefined {
  if (member.account !== undefined && actor.countsAs(member.account)) return 'auth.conflictOfInterest';
  return isClaimable(member) ? undefined : 'wrongStatus';
}

/** Whether a record can still be taken over: nobody comes back by a claim into a membership that has ended. */
export const isClaimable = ({ standing }: Pick<Member, 'standing'>): boolean => mayDo(standing, 'actAsMember');
