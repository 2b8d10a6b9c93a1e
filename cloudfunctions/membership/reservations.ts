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
  /** Of a rejected application: from when on another may take it over. */
  readonly freeFrom?: Date;
}

export const reservations: RecordType<Reservation> = { collection: 'reservations', sealed: [] };

export const applicantSlot = (account: string): string => `applicant.${account}`;
const identitySlot = (identity: string): string => `identity.${identity}`;

/** Stands for an identity number where equality matters; spaces around it and the case of letters do not. */
export const identityIndex = ({ idType, idNumber }: IndividualForm['identity']): string =>
  blindIndex('identity', `${idType}:${idNumber.trim().toUpperCase()}`);

/**
 * Claims an identity number; `identity.taken` when another application or member has it, or one that was rejected still
 * keeps it.
 */
export async function claimIdentity(tx: Transaction, identity: string, application: string, now: Date): Promise<void> {
  const taken = new AppError('identity.taken', { fields: { 'identity.idNumber': 'identity.taken' } });
  const held = await tx.get(reservations, identitySlot(identity));
  if (!held) return void (await tx.add(reservations, { _id: identitySlot(identity), application }, taken));
  if (held.freeFrom === undefined || now < held.freeFrom) throw taken;
  await tx.replace(reservations, { ...held, application, freeFrom: undefined }, { expecting: held.version, onDuplicate: taken });
}

/**
 * Sets from when on another application may take the number over (undefined: not at all), while this one holds it.
 *
 * @returns whether this one holds it
 */
export async function freeIdentityFrom(
  tx: Transaction,
  identity: string | undefined,
  application: string,
  freeFrom: Date | undefined,
): Promise<boolean> {
  if (identity === undefined) return false;
  const held = await tx.get(reservations, identitySlot(identity));
  if (held?.application !== application) return false;
  await tx.replace(reservations, { ...held, freeFrom }, { expecting: held.version });
  return true;
}

/** Gives an identity number free again, if this application holds it. */
export async function releaseIdentity(tx: Transaction, identity: string | undefined, application: string): Promise<void> {
  if (identity === undefined) return;
  const held = await tx.get(reservations, identitySlot(identity));
  if (held?.application === application) await tx.remove(reservations, held);
}
