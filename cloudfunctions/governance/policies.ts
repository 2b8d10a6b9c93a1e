import { presentSeats } from '../../shared/governance/decision';
import { itemLifecycle, meetingLifecycle } from '../../shared/governance/lifecycle';
import { type Lifecycle, moveOf, movesFrom } from '../../shared/lifecycle';
import { AppError } from '../platform/errors';
import type { Actor } from '../platform/types';
import type { AgendaItem } from './agenda-items';
import { type Meeting, seatOf } from './meetings';

type Can = Record<string, boolean>;

/** Moves of the state that the person's permissions allow. */
export function allowed<State extends string>(lifecycle: Lifecycle<State>, state: State, actor: Actor): ReadonlySet<string> {
  return new Set(
    movesFrom(lifecycle, state).filter((action) => {
      const by = moveOf(lifecycle, state, action)?.by;
      return by !== undefined && by !== 'system' && actor.may(by);
    }),
  );
}

/** What this person can do with the seats of a body. */
export const bodyCan = (actor: Actor): Can => ({ set: actor.may('role.assign') });

/** Bodies and their seats are for who reads meetings and who assigns the seats. @throws auth.forbidden for anybody else */
export function assertSeesBodies(actor: Actor): void {
  if (!actor.may('meeting.read') && !actor.may('role.assign')) throw new AppError('auth.forbidden');
}

/** What this person can do with a meeting now. */
export function meetingCan(meeting: Meeting, actor: Actor): Can {
  const moves = allowed(meetingLifecycle, meeting.state, actor);
  const seat = seatOf(meeting, actor.id)?.seat;
  const plain = ['changeAgenda', 'change', 'refreshSeats', 'sendNotice', 'start', 'recordAttendance', 'adjourn', 'resume'];
  return {
    ...Object.fromEntries([...plain, 'close', 'cancel'].map((action) => [action, moves.has(action)])),
    signIn: moves.has('signIn') && seat !== undefined,
    leave: moves.has('leave') && seat !== undefined && isPresent(meeting, seat),
    confirmNotice: moves.has('confirmNotice') && mustConfirm(meeting, actor),
    draftMinutes: meeting.state === 'closed' && actor.may('meeting.manage'),
    minutes: meeting.state === 'closed' && (actor.may('meeting.manage') || actor.may('minutes.check')),
  };
}

/** Whether a person opens the papers of a meeting: a holder of a seat, and who manages meetings; for others there are none. */
export const opensPapers =
  (actor: Actor) =>
  (meeting: Meeting): boolean =>
    actor.may('meeting.manage') || (actor.may('meeting.vote') && seatOf(meeting, actor.id) !== undefined);

/** Whether the newest notice waits for this person's receipt. */
export function mustConfirm({ notices }: Meeting, actor: Actor): boolean {
  const receipts = notices[notices.length - 1]?.receipts ?? [];
  return receipts.some(({ account, confirmedAt }) => account === actor.id && confirmedAt === undefined);
}

/** Whether a seat sits in the meeting at this moment. */
export function isPresent(meeting: Meeting, seat: string): boolean {
  return presentSeats(meeting.attendance).includes(seat);
}

/** Seats whose holders are parties: their own, or their recommendee's, matter. */
export function partySeats({ seats }: Meeting, parties: readonly string[]): readonly string[] {
  return seats.filter(({ holder }) => holder !== null && parties.includes(holder)).map(({ seat }) => seat);
}

/** Whether a batch is as it was when the first vote on it was given; what was voted on together stays together. */
export const mayPullOut = ({ kind, state, votes, entries = [] }: AgendaItem): boolean =>
  kind === 'admissionBatch' && (state === 'pending' || state === 'open') && votes.length === 0 && entries.length > 1;

/** Whether a person may correct the vote of a seat: its holder, or who records votes. */
export function mayCorrect(meeting: Meeting, seat: string, actor: Actor): boolean {
  const own = seatOf(meeting, actor.id)?.seat === seat && actor.may('meeting.vote');
  return own || actor.may('meeting.manage');
}

/** What this person can do with an item now. */
export function itemCan(meeting: Meeting, item: AgendaItem, actor: Actor): Can {
  const moves = allowed(itemLifecycle, item.state, actor);
  const planned = meeting.state === 'planned';
  const inSession = meeting.state === 'inSession';
  const seat = seatOf(meeting, actor.id)?.seat;
  const present = seat !== undefined && isPresent(meeting, seat);
  const voted = item.votes.some((vote) => vote.seat === seat);
  return {
    remove: planned && moves.has('remove'),
    pullOut: (planned || inSession) && actor.may('meeting.manage') && mayPullOut(item),
    open: inSession && moves.has('open'),
    postpone: inSession && moves.has('postpone'),
    castVote: inSession && moves.has('castVote') && present && !voted,
    recordVote: inSession && moves.has('recordVote'),
    correctOwn: inSession && item.state === 'open' && present && voted && mayCorrect(meeting, seat, actor),
    correctVote: inSession && item.state === 'open' && actor.may('meeting.manage') && item.votes.length > 0,
    decide: inSession && moves.has('decide'),
  };
}
