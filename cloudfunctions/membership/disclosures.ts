import type { RecordType, Stored } from '../platform/types';

/** That somebody saw a person's full identity number: a row the person can see. */
export interface Disclosure extends Stored {
  /** Whose data key seals the reason. */
  readonly owner: string;
  /** The application or the member that was looked at: who may see the row goes by who has that now. */
  readonly about: string;
  readonly by: string;
  readonly at: Date;
  /** Sealed: a stated reason may tell about the person. */
  readonly reason: string;
}

/** Persons one officer may look up in an hour, applicants and members together: a day's work, not a collection. */
export const reveals = { max: 30, perSeconds: 3600 } as const;

export const disclosures: RecordType<Disclosure> = {
  collection: 'disclosures',
  sealed: ['reason'],
  subject: (disclosure) => disclosure.owner,
  erased: { reason: '' },
};
