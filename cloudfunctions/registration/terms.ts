import type { OfferingKind, Terms } from '../../shared/registration/terms';
import type { RecordType, Stored, Transaction } from '../platform/types';

/** What is offered, as the registration needs to know it; `_id` is the offering's. */
export interface Offering extends Stored {
  readonly kind: OfferingKind;
  readonly title: string;
  readonly terms: Terms;
}

export const offerings: RecordType<Offering> = { collection: 'registrationTerms', sealed: [] };

/** Lets people register for something, in the transaction that publishes it. */
export const openRegistration = (
  tx: Transaction,
  { id, kind, title, terms }: { readonly id: string } & Omit<Offering, '_id' | 'version'>,
): Promise<Offering> => tx.add(offerings, { _id: id, kind, title, terms });
