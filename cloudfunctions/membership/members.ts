import { mayDo, type reminderChannels, type Standing } from '../../shared/membership/standing';
import { AppError } from '../platform/errors';
import type { Actor, New, Reader, RecordType, Stored, Transaction } from '../platform/types';
import { claimKeysOf } from './claim/claim-keys';
import type { Profile } from './profiles';
import { facetsOf } from './register/facets';
import type { ComplianceEntry } from './review/compliance-entries';

/** Why a member's standing is what it is: oldest first, the last one holds. */
export interface StandingEntry {
  readonly standing: Standing;
  /** From when on it holds. */
  readonly effectiveAt: Date;
  readonly at: Date;
  /** Account id; '' for what followed from a decision elsewhere. */
  readonly by: string;
  /** Rule, document or resolution it rests on, as a code or a citation without names. */
  readonly basis: string;
}

/** A move that takes effect on a later day, or the end of a suspension. */
export interface PlannedMove {
  /** A move of `standingLifecycle`. */
  readonly action: string;
  readonly effectiveAt: Date;
  readonly at: Date;
  readonly by: string;
  readonly basis: string;
}

/** That a member without activity was reminded. */
export interface ReminderEntry {
  readonly at: Date;
  readonly by: string;
  readonly channel: (typeof reminderChannels)[number];
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
  readonly standing: Standing;
  readonly standingHistory: readonly StandingEntry[];
  /** What will happen to the standing by itself, and when: the timer looks for the latter. */
  readonly planned?: PlannedMove;
  readonly plannedFor?: Date;
  /** The newest sign of activity beyond the admission: data confirmed or changed by the member; absent: none. */
  readonly activeAt?: Date;
  /** Oldest first. */
  readonly reminders?: readonly ReminderEntry[];
  /** What the member wants done with their data, said when they resigned. */
  readonly dataChoice?: 'keep' | 'erase';
  /** Of somebody who resigned, while there are data: from when on the time runs for which they are kept. */
  readonly keptSince?: Date;
  /** When staff had done what the resignation asks of them. */
  readonly settledAt?: Date;
  readonly admittedAt: Date;
  readonly application: string;
  /** Token of the certificate in force. */
  readonly certificate: string;
  /** Every combination of city, kind, standing and category that a list may be filtered by; see `register/facets.ts`. */
  readonly facets: readonly string[];
  /** What the record can be claimed by, as blind indexes; see `claim/claim-keys.ts`. */
  readonly claimKeys: readonly string[];
  /** When the person said last that the data still hold, and when they were asked last. */
  readonly confirmedAt?: Date;
  readonly confirmationAskedAt?: Date;
  /** The latest of these and the admission, while the membership lasts: who was longest not asked comes first. */
  readonly askedAt?: Date;
  /** When the person behind the record was forgotten: only number and standing are left. */
  readonly erasedAt?: Date;
  /** Sealed from here on. */
  readonly name: string;
  readonly profile: Profile;
  readonly resolution: string;
  /** Look-ups of a unit in the public lists, those made before its admission included: oldest first. */
  readonly compliance?: readonly ComplianceEntry[];
  /** Reason of each standing entry, by its place. */
  readonly standingReasons: readonly string[];
  readonly plannedReason?: string;
  /** Text and evidence of each reminder, by its place. */
  readonly reminderTexts?: readonly { readonly text: string; readonly evidence: string; readonly file?: string }[];
  /** File that shows why, by the place of the standing entry. */
  readonly standingFiles?: Readonly<Record<string, string>>;
}

export const members: RecordType<Member> = {
  collection: 'members',
  sealed: ['name', 'profile', 'resolution', 'standingReasons', 'plannedReason', 'reminderTexts', 'standingFiles', 'compliance'],
  subject: (member) => member.person,
  erased: { name: '', resolution: '', standingReasons: [] },
};

/** Whether the person behind a record was forgotten: from the moment their key is erased nothing sealed is left. */
export const isForgotten = ({ name }: Pick<Member, 'name'>): boolean => name === '';

/** What `addMember` and `storeMember` work out themselves. */
type Derived = 'facets' | 'claimKeys' | 'askedAt' | 'keptSince';

/** Adds a member to the register. */
export const addMember = (tx: Transaction, member: Omit<New<Member>, Derived>): Promise<Member> =>
  tx.add(members, withDerived(member), new AppError('busy'));

/** Stores a changed member: the one way to do it, so that what lists and searches go by is always right. */
export const storeMember = (tx: Transaction, member: Member): Promise<Member> =>
  tx.replace(members, withDerived(member), { expecting: member.version });

const withDerived = <T extends Omit<New<Member>, Derived>>(member: T) => ({
  ...member,
  facets: facetsOf(member),
  claimKeys: claimKeysOf(member),
  askedAt: askedAtOf(member),
  keptSince: member.dataChoice && !member.erasedAt ? member.standingHistory.at(-1)?.effectiveAt : undefined,
});

/** When a member was last asked or told us whether the data hold; undefined when there is nobody to ask. */
function askedAtOf({
  standing,
  erasedAt,
  admittedAt,
  confirmedAt,
  confirmationAskedAt,
}: Omit<New<Member>, Derived>): Date | undefined {
  if (erasedAt || !mayDo(standing, 'changeDetails')) return undefined;
  const moments = [admittedAt, confirmedAt, confirmationAskedAt].flatMap((moment) => moment?.getTime() ?? []);
  return new Date(Math.max(...moments));
}

/**
 * The member in the hands of another account. From now on the data are sealed under a key of their own: they outlast the account
 * that had them before.
 */
export const inHandsOf = (member: Member, account: string): Member => ({ ...member, account, person: member._id });

/** Who holds a record, and the application it came of: nothing personal is opened. */
type Holding = Stored & Pick<Member, 'account' | 'application'>;
export const holdings: RecordType<Holding> = { collection: members.collection, sealed: [], closed: true };

/** The individual membership of an account; of several, one after the other, the last. */
export async function memberOfAccount(db: Pick<Reader, 'find'>, account: string): Promise<Member | undefined> {
  const found = await db.find(members, { where: { account, kind: 'individual' }, limit: 10 });
  return [...found].sort((a, b) => b.admittedAt.getTime() - a.admittedAt.getTime())[0];
}

/**
 * Whether a member is this person's own, or a unit that they represent or, once it has left, represented last. What counts is
 * the record: whoever was replaced as representative a moment ago no longer has it.
 */
export const isOwn = (actor: Pick<Actor, 'id'>, { account }: Pick<Member, 'account'>): boolean =>
  actor.id !== '' && account === actor.id;

/** The membership of a person that was asked for, else their individual one; undefined when it is not theirs. One read. */
export async function ownMember(
  db: Pick<Reader, 'find' | 'get'>,
  actor: Pick<Actor, 'id'>,
  memberId: string | undefined,
): Promise<Member | undefined> {
  if (memberId === undefined) return memberOfAccount(db, actor.id);
  return db.get(members, memberId, (member) => isOwn(actor, member));
}

/** The member of a number as it is written on the certificate; letters in either case. */
export async function memberByNumber(db: Pick<Reader, 'find'>, number: string): Promise<Member | undefined> {
  const [member] = await db.find(members, { where: { number: number.trim().toUpperCase() }, limit: 1 });
  return member;
}

/** A record as a claim finds it: nothing personal is opened, so that finding one costs the same calls as finding none. */
type OnFile = Stored & Pick<Member, 'city'>;
const onFile: RecordType<OnFile> = { collection: members.collection, sealed: [], closed: true };

/** Members as far as nothing personal is told. */
export const membersInPlain: RecordType<Stored & Pick<Member, 'city' | 'category' | 'standing'>> = {
  collection: members.collection,
  sealed: [],
  closed: true,
};

/** Records that a claim fits: one, none, or namesakes. */
export const membersOnFile = (db: Pick<Reader, 'find'>, claimKey: string): Promise<readonly OnFile[]> =>
  db.find(onFile, { where: { claimKeys: claimKey }, limit: 20 });
