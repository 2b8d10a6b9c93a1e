import type { ClaimState, verificationMethods } from '../../../shared/membership/claim';
import { AppError } from '../../platform/errors';
import type { Actor, JournalEvent, RecordType, Stored, Transaction } from '../../platform/types';
import { claimRefusal, seesClaim } from './policies';

/** Somebody's word that a record on file is theirs. */
export interface Claim extends Stored {
  readonly reference: string;
  readonly kind: 'individual' | 'unit';
  readonly state: ClaimState;
  /** Account of the claimant, whose key seals what they typed. */
  readonly owner: string;
  /** The claimant's account while the claim is open, else the claim's own id: unique, so nobody has two open. */
  readonly live: string;
  /** Members on file that fit, as ids. */
  readonly matches: readonly string[];
  /** Their city when it is one; null: for those who see every city. */
  readonly city: string | null;
  readonly at: Date;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  /** The record that was given to the claimant, and the account that lost it. */
  readonly member?: string;
  readonly replaced?: string;
  readonly method?: (typeof verificationMethods)[number];
  /** Sealed from here on. */
  readonly typed: { readonly name: string; readonly lastFour: string };
  /** How the person was verified, or why the claim was turned down. */
  readonly ground?: string;
}

export const claims: RecordType<Claim> = {
  collection: 'claims',
  sealed: ['typed', 'ground'],
  subject: (claim) => claim.owner,
  erased: { typed: { name: '', lastFour: '' } },
};

/** Ids and codes that events about a claim carry. */
export const claimFacts = ({ _id, owner, reference, city }: Claim): Omit<JournalEvent, 'type'> => ({
  claim: _id,
  owner,
  reference,
  city: city ?? undefined,
});

/**
 * An open claim within an officer's reach, in the transaction, at the version that they saw.
 *
 * @throws notFound also for another city's; stale, wrongStatus, auth.conflictOfInterest for their own
 */
export async function claimForStaff(
  tx: Transaction,
  actor: Actor,
  { claimId, version }: { readonly claimId: string; readonly version: number },
  action: 'confirm' | 'reject',
): Promise<Claim> {
  const claim = await tx.get(claims, claimId, (found) => seesClaim(actor, found));
  if (!claim) throw new AppError('notFound');
  if (claim.version !== version) throw new AppError('stale');
  const refusal = claimRefusal(actor, claim, action);
  if (refusal) throw new AppError(refusal);
  return claim;
}

/** Stores how a claim ended; the claimant may make another. */
export const endClaim = (
  tx: Transaction,
  claim: Claim,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  ended: Pick<Claim, 'state' | 'ground'> & Partial<Claim>,
): Promise<Claim> =>
  tx.replace(claims, { ...claim, ...ended, live: claim._id, decidedAt: now, decidedBy: actor.id }, { expecting: claim.version });

export const endedAnswer = ({ _id, state, version }: Claim) => ({ id: _id, state, version });
