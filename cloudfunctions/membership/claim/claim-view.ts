import { maskIdNumber, maskMobile, maskName } from '../../../shared/identity/mask';
import type { ClaimSummary, ClaimView, OwnClaim } from '../../../shared/membership/endpoints';
import type { Actor, Reader } from '../../platform/types';
import type { Member } from '../members';
import { namesOf } from '../people';
import { idNumberOf, mobileOf } from '../profiles';
import type { Claim } from './claims';
import { claimRefusal, isClaimable, isOwnClaim } from './policies';

/** What the claimant may know. */
export const presentOwnClaim = ({ _id, kind, state, at, member }: Claim): OwnClaim => ({
  id: _id,
  kind,
  state,
  at: at.toISOString(),
  memberId: member ?? null,
});

/** One line of the officers' list. */
export const presentClaimSummary = ({ _id, reference, kind, typed, city, at, matches }: Claim): ClaimSummary => ({
  id: _id,
  reference,
  kind,
  name: typed.name,
  city,
  at: at.toISOString(),
  candidates: matches.length,
});

/** The claim with its candidates, as officers see it. At most one database read, for the name of who decided. */
export async function presentClaim(claim: Claim, candidates: readonly Member[], actor: Actor, db: Reader): Promise<ClaimView> {
  const nameOf = await namesOf(db, [claim.decidedBy]);
  const { decidedBy, decidedAt, method, ground } = claim;
  return {
    id: claim._id,
    reference: claim.reference,
    kind: claim.kind,
    state: claim.state,
    version: claim.version,
    at: claim.at.toISOString(),
    typed: claim.typed,
    candidates: candidates.map((member) => presentCandidate(member, claim)),
    decision:
      decidedBy && decidedAt
        ? { by: nameOf(decidedBy), at: decidedAt.toISOString(), method: method ?? null, text: ground ?? '' }
        : null,
    conflict: isOwnClaim(actor, claim),
    can: {
      confirm: claimRefusal(actor, claim, 'confirm') === undefined,
      reject: claimRefusal(actor, claim, 'reject') === undefined,
    },
  };
}

function presentCandidate(member: Member, claim: Claim): ClaimView['candidates'][number] {
  const { _id, version, number, kind, name, profile, city, standing, admittedAt, account } = member;
  return {
    memberId: _id,
    version,
    number,
    name: kind === 'individual' ? maskName(name) : name,
    mobile: maskMobile(mobileOf(profile)),
    idNumber: maskIdNumber(idNumberOf(profile)),
    city,
    standing,
    admittedAt: admittedAt.toISOString(),
    bound: account !== undefined && account !== claim.owner,
    claimable: isClaimable(member),
  };
}
