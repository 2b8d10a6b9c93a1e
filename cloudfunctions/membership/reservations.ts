import type { MemberKind } from '../../shared/membership/form';
import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';
import { identityField, identityOf, type Profile } from './profiles';

/**
 * What at most one application may hold: a person's right to one under way for themself (`applicant.<account>`) and one for a
 * unit (`applicant.<account>.unit`), and an identity number or credit code (`identity.<blind index>`). The id is the claim, so the database decides a race. An admitted application keeps both: they
 * then stand for the membership.
 */
export interface Reservation extends Stored {
  readonly application: string;
  /** Of a rejected application: from when on another may take it over. */
  readonly freeFrom?: Date;
}

export const reservations: RecordType<Reservation> = { collection: 'reservations', sealed: [] };

export const applicantSlot = (account: string, kind: MemberKind): string =>
  kind === 'individual' ? `applicant.${account}` : `applicant.${account}.${kind}`;
const identitySlot = (identity: string): string => `identity.${identity}`;

/**
 * Claims the identity number or credit code of a profile; `identity.taken` when another application or member has it, or one
 * that was rejected still keeps it.
 *
 * @returns what stands for it, see `identityOf`
 */
export async function claimIdentity(tx: Transaction, profile: Profile, application: string, now: Date): Promise<string> {
  const identity = identityOf(profile);
  const _id = identitySlot(identity);
  const taken = takenBy(profile);
  const held = await tx.get(reservations, _id);
  if (!held) await tx.add(reservations, { _id, application }, taken);
  else if (held.freeFrom === undefined || now < held.freeFrom) throw taken;
  else
    await tx.replace(
      reservations,
      { ...held, application, freeFrom: undefined },
      { expecting: held.version, onDuplicate: taken },
    );
  return identity;
}

function takenBy(profile: Profile): AppError {
  const { path, taken } = identityField(profile);
  const message = taken === 'uscc.taken' ? { message: '这个统一社会信用代码已有在办的申请或会籍' } : {};
  return new AppError('identity.taken', { fields: { [path]: taken }, ...message });
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

/** Gives an identity number or credit code free again, if this application holds it. */
export async function releaseIdentity(tx: Transaction, identity: string | undefined, application: string): Promise<void> {
  if (identity === undefined) return;
  const held = await tx.get(reservations, identitySlot(identity));
  if (held?.application === application) await tx.remove(reservations, held);
}
