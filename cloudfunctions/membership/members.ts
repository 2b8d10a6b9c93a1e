import type { IndividualForm } from '../../shared/membership/form';
import { AppError } from '../platform/errors';
import type { New, Reader, RecordType, Stored, Transaction } from '../platform/types';
import { facetsOf } from './register/facets';

/** Why a member's standing is what it is: oldest first, the last one holds. */
export interface StandingEntry {
  readonly standing: string;
  /** From when on it holds. */
  readonly effectiveAt: Date;
  readonly at: Date;
  /** Account id; '' for what followed from a decision elsewhere. */
  readonly by: string;
  /** Rule, document or resolution it rests on, as a code or a citation without names. */
  readonly basis: string;
}

export interface Member extends Stored {
  readonly number: string;
  readonly kind: 'individual' | 'unit';
  /** Category of a unit; absent for individuals. */
  readonly category?: string;
  /** Account of the member, or of the unit's representative; absent while nobody has claimed the record. */
  readonly account?: string;
  /** Whose data key seals the personal part. */
  readonly person: string;
  /** Blind index of the identity number or of the unified social credit code. */
  readonly identity: string;
  readonly city: string;
  readonly standing: string;
  readonly standingHistory: readonly StandingEntry[];
  readonly admittedAt: Date;
  readonly application: string;
  /** Token of the certificate in force. */
  readonly certificate: string;
  /** Every combination of city, kind, standing and category that a list may be filtered by; see `register/facets.ts`. */
  readonly facets: readonly string[];
  /** Sealed from here on. */
  readonly name: string;
  readonly profile: IndividualForm;
  readonly resolution: string;
  /** Reason of each standing entry, by its place. */
  readonly standingReasons: readonly string[];
}

export const members: RecordType<Member> = {
  collection: 'members',
  sealed: ['name', 'profile', 'resolution', 'standingReasons'],
  subject: (member) => member.person,
  erased: { name: '', resolution: '', standingReasons: [] },
};

/** What `addMember` and `storeMember` work out themselves. */
type Derived = 'facets';

/** Adds a member to the register. */
export const addMember = (tx: Transaction, member: Omit<New<Member>, Derived>): Promise<Member> =>
  tx.add(members, withDerived(member), new AppError('busy'));

/** Stores a changed member: the one way to do it, so that what lists and searches go by is always right. */
export const storeMember = (tx: Transaction, member: Member): Promise<Member> =>
  tx.replace(members, withDerived(member), { expecting: member.version });

const withDerived = <T extends Omit<New<Member>, Derived>>(member: T) => ({ ...member, facets: facetsOf(member) });

/** Standings in which a certificate is in force and a recommendation counts. */
const standingsInForce: readonly string[] = ['active', 'warned'];

export const isInForce = (member: Pick<Member, 'standing'>): boolean => standingsInForce.includes(member.standing);

/** The individual member of an account. */
export async function memberOfAccount(db: Pick<Reader, 'find'>, account: string): Promise<Member | undefined> {
  const [member] = await db.find(members, { where: { account, kind: 'individual' }, limit: 1 });
  return member;
}

/** The member of a number as it is written on the certificate; letters in either case. */
export async function memberByNumber(db: Pick<Reader, 'find'>, number: string): Promise<Member | undefined> {
  const [member] = await db.find(members, { where: { number: number.trim().toUpperCase() }, limit: 1 });
  return member;
}
