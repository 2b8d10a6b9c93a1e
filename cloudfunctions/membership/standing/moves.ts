import { dayOf, startOfDay } from '../../../shared/dates';
import { moveOf } from '../../../shared/lifecycle';
import { mayDo, standingLifecycle } from '../../../shared/membership/standing';
import { bindMember, unbindMember } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Actor, JournalEvent, Transaction } from '../../platform/types';
import { type Member, members, storeMember } from '../members';
import { releaseIdentity } from '../reservations';
import { manageRefusal, moveRefusal, possibleMoves, staffSeesMember } from './policies';

/** Who acts, and when. */
interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** Why a move is made, what it rests on, and from when on it holds. */
export interface Grounds {
  readonly reason: string;
  readonly basis: string;
  readonly effectiveAt: Date;
  /** File that shows why. */
  readonly file?: string | undefined;
  /** Who wanted it, when somebody else carries it out. */
  readonly by?: string;
}

interface Seen {
  readonly memberId: string;
  readonly version: number;
}

/**
 * A member within an officer's reach, in the transaction, at the version that they saw.
 *
 * @throws notFound also for another city's; stale; auth.conflictOfInterest for their own or their unit's
 */
export async function memberForStaff(tx: Transaction, actor: Actor, { memberId, version }: Seen): Promise<Member> {
  const member = await tx.get(members, memberId, (found) => staffSeesMember(actor, found));
  if (!member) throw new AppError('notFound');
  if (member.version !== version) throw new AppError('stale');
  const refusal = manageRefusal(actor, member);
  if (refusal) throw new AppError(refusal);
  return member;
}

export const wrongStanding = (member: Member) =>
  new AppError('wrongStatus', { fields: { standing: member.standing, possible: possibleMoves(member).join(' ') } });

function possible({ actor }: Acting, member: Member, action: string) {
  const refusal = moveRefusal(actor, member, action);
  const move = moveOf(standingLifecycle, member.standing, action);
  if (!move || refusal === 'wrongStatus') throw wrongStanding(member);
  if (refusal) throw new AppError(refusal);
  return move;
}

/**
 * The member after a move, with its line in the history; not yet stored. A plan that is still possible afterwards stays.
 *
 * @throws wrongStatus with the possible moves, auth.forbidden, notFound, auth.conflictOfInterest
 */
export function movedMember(member: Member, action: string, acting: Acting, grounds: Grounds): Member {
  const { to } = possible(acting, member, action);
  const { reason, basis, effectiveAt, file, by = acting.actor.kind === 'system' ? '' : acting.actor.id } = grounds;
  const entry = { standing: to, effectiveAt, at: acting.now, by, basis };
  const next: Member = {
    ...member,
    standing: to,
    standingHistory: [...member.standingHistory, entry],
    standingReasons: [...member.standingReasons, reason],
    ...(file && { standingFiles: { ...member.standingFiles, [member.standingHistory.length]: file } }),
  };
  const { planned } = member;
  return planned && moveOf(standingLifecycle, to, planned.action) && planned.action !== action ? next : withoutPlan(next);
}

/** The member with a move that will be made on a later day; it takes the place of a plan made before. */
export function plannedMember(member: Member, action: string, acting: Acting, { reason, basis, effectiveAt }: Grounds): Member {
  possible(acting, member, action);
  const planned = { action, effectiveAt, at: acting.now, by: acting.actor.id, basis };
  return { ...member, planned, plannedFor: effectiveAt, plannedReason: reason };
}

export function withoutPlan(member: Member): Member {
  const { planned: _planned, plannedFor: _plannedFor, plannedReason: _plannedReason, ...rest } = member;
  return rest;
}

/**
 * From when on a move holds: at once without a day or with today's, else the first moment of the day (Asia/Shanghai).
 *
 * @throws request.invalid for a day that is past, or more than a year away
 */
export function effectiveAt(day: string | undefined, now: Date): Date {
  const today = dayOf(now);
  if (!day || day === today) return now;
  if (day < today) throw new AppError('request.invalid', { fields: { effectiveOn: 'date.past' } });
  const at = startOfDay(day);
  if (at.getTime() - now.getTime() > 366 * 24 * 3600 * 1000)
    throw new AppError('request.invalid', { fields: { effectiveOn: 'date.tooFar' } });
  return at;
}

/** What each move is called once it was made. */
const eventOf: Readonly<Record<string, string>> = {
  warn: 'member.warned',
  liftWarning: 'member.warningLifted',
  suspend: 'member.suspended',
  endSuspension: 'member.suspensionEnded',
  reinstate: 'member.reinstated',
  resign: 'member.resigned',
  deemResigned: 'member.deemedResigned',
  expel: 'member.expelled',
  transferOut: 'member.transferred',
  recordDeath: 'member.deceased',
};

/** Ids and codes that events about a membership carry; the account only while it may be told. */
export function memberEventFacts({ _id, number, city, category, account, standing }: Member): Omit<JournalEvent, 'type'> {
  return { member: _id, number, city, category, account: mayDo(standing, 'receiveNotices') ? account : undefined };
}

/**
 * Stores a moved member, gives or takes what depends on the standing, and announces it. Access ends in this very transaction;
 * whoever may apply again finds the identity number free.
 */
export async function storeMoved(tx: Transaction, before: Member, moved: Member, action: string): Promise<Member> {
  const { account, kind, _id } = moved;
  const [had, has] = [before, moved].map(({ standing }) => mayDo(standing, 'actAsMember'));
  if (had && !has && account) await unbindMember(tx, account, { id: _id, kind });
  if (!had && has && account) await bindMember(tx, account, { id: _id, kind });
  if (mayDo(moved.standing, 'applyAgain')) await releaseIdentity(tx, moved.identity, moved.application || _id);
  const stored = await storeMember(tx, moved);
  tx.emit({ type: eventOf[action] ?? `member.${action}`, ...memberEventFacts(stored) });
  return stored;
}

/** What a move answers with. */
export const standingAnswer = ({ _id, version, standing, plannedFor }: Member) => ({
  memberId: _id,
  version,
  standing,
  plannedFor: plannedFor?.toISOString() ?? null,
});
