import type { IndividualForm } from '../../shared/membership/form';
import type { Reader, RecordType, Stored } from '../platform/types';

export interface Member extends Stored {
  readonly number: string;
  readonly kind: 'individual' | 'unit';
  /** Account of the member; absent while nobody has claimed the record. */
  readonly account?: string;
  /** Whose data key seals the personal part. */
  readonly person: string;
  /** Blind index of the identity number. */
  readonly identity: string;
  readonly city: string;
  readonly standing: string;
  readonly admittedAt: Date;
  readonly application: string;
  /** Token of the certificate in force. */
  readonly certificate: string;
  /** Sealed from here on. */
  readonly name: string;
  readonly profile: IndividualForm;
  readonly resolution: string;
}

export const members: RecordType<Member> = {
  collection: 'members',
  sealed: ['name', 'profile', 'resolution'],
  subject: (member) => member.person,
  erased: { name: '', resolution: '' },
};

/** Standings in which a certificate is in force and a recommendation counts. */
const standingsInForce: readonly string[] = ['active', 'warned'];

export const isInForce = (member: Member): boolean => standingsInForce.includes(member.standing);

/** The individual member of an account. */
export async function memberOfAccount(db: Pick<Reader, 'find'>, account: string): Promise<Member | undefined> {
  const [member] = await db.find(members, { where: { account }, limit: 1 });
  return member;
}

/** The member of a number as it is written on the certificate; letters in either case. */
export async function memberByNumber(db: Pick<Reader, 'find'>, number: string): Promise<Member | undefined> {
  const [member] = await db.find(members, { where: { number: number.trim().toUpperCase() }, limit: 1 });
  return member;
}
