import type { RecordType, Stored } from '../platform/types';

/** That somebody saw a person's full identity number: a row the person can see. */
export interface Disclosure extends Stored {
  /** The person it is about. */
  readonly owner: string;
  /** Seen as an applicant, or as a member. */
  readonly application?: string;
  readonly member?: string;
  readonly by: string;
  readonly at: Date;
  /** Sealed: a stated reason may tell about the person. */
  readonly reason: string;
}

export const disclosures: RecordType<Disclosure> = {
  collection: 'disclosures',
  sealed: ['reason'],
  subject: (disclosure) => disclosure.owner,
  erased: { reason: '' },
};
