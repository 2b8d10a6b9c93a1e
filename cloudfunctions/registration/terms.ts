import type { OfferingKind, Terms } from '../../shared/registration/terms';
import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';
import { ensureSeats, readSeats, resize } from './seats';

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

/**
 * Gives an offering another number of seats. The seats decide first: tried again after a crash they have it already.
 *
 * @throws wrongStatus when somebody would lose a seat; busy
 */
export async function resizeRegistration(tx: Transaction, id: string, terms: Terms): Promise<void> {
  const offering = await tx.get(offerings, id);
  if (!offering) throw new AppError('notFound');
  await ensureSeats(id, offering.terms);
  const seats = await readSeats(id);
  const from = seats?.capacity ?? offering.terms.capacity;
  if (from !== terms.capacity && !(await resize(id, from, terms.capacity)))
    throw new AppError('wrongStatus', { message: '已经给出的名额比这更多，请先与报名人协商' });
  await tx.replace(offerings, { ...offering, terms }, { expecting: offering.version });
}
