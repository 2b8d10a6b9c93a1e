import { itemLifecycle, meetingLifecycle } from '../../shared/governance/lifecycle';
import { type Lifecycle, moveOf, movesFrom } from '../../shared/lifecycle';
import type { Actor } from '../platform/types';
import type { AgendaItem } from './agenda-items';
import { type Meeting, seatOf } from './meetings';

type Can = Record<string, boolean>;

/** Moves of the state that the person's permissions allow. */
function allowed<State extends string>(lifecycle: Lifecycle<State>, state: State, actor: Actor): ReadonlySet<string> {
  return new Set(
    movesFrom(lifecycle, state).filter((action) => {
      const by = moveOf(lifecycle, state, action)?.by;
      return by !== undefined && by !== 'system' && actor.may(by);
    }),
  );
}

/** What this person can do with a meeting now. */
export function meetingCan(meeting: Meeting, actor: Actor): Can {
  const moves = allowed(meetingLifecycle, meeting.state, actor);
  return {
    changeAgenda: moves.has('changeAgenda'),
    start: moves.has('start'),
    signIn: moves.has('signIn') && seatOf(meeting, actor.id) !== undefined,
    recordAttendance: moves.has('recordAttendance'),
    close: moves.has('close'),
    cancel: moves.has('cancel'),
  };
}

/** Whether a seat sits in the meeting at this moment. */
export function isPresent(meeting: Meeting, seat: string): boolean {
  return meeting.attendance.some((entry) => entry.seat === seat && entry.presence !== 'excused');
}

/** What this person can do with an item now. */
export function itemCan(meeting: Meeting, item: AgendaItem, actor: Actor): Can {
  const moves = allowed(itemLifecycle, item.state, actor);
  const inSession = meeting.state === 'inSession';
  const seat = seatOf(meeting, actor.id)?.seat;
  const voted = item.votes.some((vote) => vote.seat === seat);
  return {
    remove: meeting.state === 'planned' && moves.has('remove'),
    open: inSession && moves.has('open'),
    castVote: inSession && moves.has('castVote') && seat !== undefined && isPresent(meeting, seat) && !voted,
    recordVote: inSession && moves.has('recordVote'),
    decide: inSession && moves.has('decide'),
  };
}
