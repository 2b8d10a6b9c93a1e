import type { IndividualForm } from '../../shared/membership/form';
import { blindIndex } from '../platform/cipher';
import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';

/**
 * What at most one application may hold: a person's right to one under way (`applicant.<account>`), and an identity number
 * (`identity.<blind index>`). The id is the claim, so the database decides a race. An admitted application keeps both: they
 * then stand for the membership.
 */
export interface Reservation extends Stored {
  readonly application: string;
}

export const reservations: RecordType<Reservation> = { collection: 'reservations', sealed: [] };

export const applicantSlot = (account: string): string => `applicant.${account}`;
const identitySlot = (identity: string): string => `identity.${identity}`;

/** Stands for an identity number where equality matters; spaces around it and the case of letters do not. */
export const identityIndex = ({ idType, idNumber }: IndividualForm['identity']): string =>
  blindIndex('identity', `${idType}:${idNumber.trim().toUpperCase()}`);

/** Claims an identity number; `identity.taken` when another application or member has it. */
export async function claimIdentity(tx: Transaction, identity: string, application: string): Promise<void> {
  const taken = new AppError('identity.taken', { fields: { 'identity.idNumber': 'identity.taken' } });
  await tx.add(reservations, { _id: identitySlot(identity), application }, taken);
}

/** Gives an identity number free again, if this application holds it. */
export async function releaseIdentity(tx: Transaction, identity: string | undefined, application: string): Promise<void> {
  if (identity === undefined) return;
  const held = await tx.get(reservations, identitySlot(identity));
  if (held?.application === application) await tx.remove(reservations, held);
}
