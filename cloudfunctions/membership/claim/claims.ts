import type { ClaimState } from '../../../shared/membership/claim';
import type { RecordType, Stored } from '../../platform/types';

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
