import type { Presence } from '../../shared/governance/decision';
import { type Body, type MeetingState, meetingLifecycle } from '../../shared/governance/lifecycle';
import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';
import type { Seat } from './bodies';
import { move } from './moves';

/** Who noted it: the seat on its holder's own phone, or the secretary. */
export type NotedBy = 'seat' | 'secretary';

export interface AttendanceEntry {
  readonly seat: string;
  readonly presence: Presence;
  readonly by: NotedBy;
  /** Account that noted it. */
  readonly account: string;
  readonly at: Date;
}

/** A meeting 会议. The seats are those of the body on the day it was planned. */
export interface Meeting extends Stored {
  readonly body: Body;
  readonly term: number;
  readonly title: string;
  readonly at: Date;
  readonly place: string;
  readonly state: MeetingState;
  readonly seats: readonly Seat[];
  readonly attendance: readonly AttendanceEntry[];
  /** Ids of the items on the agenda; their order is that of `rank` in the items. */
  readonly agenda: readonly string[];
  /** Orders lists: see `listedAt`. */
  readonly listed: string;
  readonly startedAt?: Date;
  readonly closedAt?: Date;
  readonly cancelReason?: string;
}

export const meetings: RecordType<Meeting> = { collection: 'meetings', sealed: [] };

const farFuture = 9_999_999_999_999;
const digits = (milliseconds: number) => String(milliseconds).padStart(13, '0');

/**
 * A text that, sorted downwards, puts meetings to come and in session first (the next one foremost) and then those that
 * ended, the newest foremost: one index serves the whole list.
 */
export function listedAt(state: MeetingState, at: Date): string {
  const upcoming = state === 'planned' || state === 'inSession';
  return upcoming ? `B${digits(farFuture - at.getTime())}` : `A${digits(at.getTime())}`;
}

/** The meeting in the command's transaction. @throws notFound */
export async function meetingOf(tx: Transaction, id: string): Promise<Meeting> {
  const meeting = await tx.get(meetings, id);
  if (!meeting) throw new AppError('notFound');
  return meeting;
}

/** The meeting after a move of its lifecycle. @throws wrongStatus when the move is not possible in its state */
export function movedMeeting(meeting: Meeting, action: string, changes: Partial<Meeting> = {}): Meeting {
  const state = move(meetingLifecycle, meeting.state, action);
  return { ...meeting, ...changes, state, listed: listedAt(state, meeting.at) };
}

/** The seat whose holder an account is. */
export function seatOf(meeting: Pick<Meeting, 'seats'>, accountId: string): Seat | undefined {
  return meeting.seats.find(({ holder }) => holder === accountId);
}

/** Attendance with one seat's entry replaced, or taken out. */
export function attendanceWith(meeting: Meeting, seat: string, entry: AttendanceEntry | undefined): readonly AttendanceEntry[] {
  const others = meeting.attendance.filter((known) => known.seat !== seat);
  return entry ? [...others, entry] : others;
}
