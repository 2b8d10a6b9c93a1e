import type { Presence } from '../../shared/governance/decision';
import { type Body, type MeetingMode, type MeetingState, meetingLifecycle } from '../../shared/governance/lifecycle';
import type { VotingRule } from '../../shared/rules/measures';
import type { Rule } from '../../shared/rules/rule';
import { AppError } from '../platform/errors';
import type { FileKind } from '../platform/files';
import type { RecordType, Stored, Transaction } from '../platform/types';
import type { Seat } from './bodies';
import { move } from './moves';

/** Who noted it: the seat on its holder's own phone, or the secretary. */
export type NotedBy = 'seat' | 'secretary';

interface Noted {
  readonly seat: string;
  readonly by: NotedBy;
  /** Account that noted it. */
  readonly account: string;
  readonly at: Date;
}

export interface AttendanceEntry extends Noted {
  readonly presence: Presence;
}

/** A line of the attendance log; presence null: noted as not there. */
export interface AttendanceNote extends Noted {
  readonly presence: Presence | null;
}

export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly kind: FileKind;
  readonly file: string;
}

/** What the seats were told, as it was then; a later notice stands beside it. */
export interface Notice {
  readonly number: number;
  readonly sentAt: Date;
  readonly by: string;
  readonly text: string;
  readonly changeReason?: string;
  readonly at: Date;
  readonly place: string;
  readonly papers: readonly Paper[];
  /** Seats with a holder on that day, and when the holder confirmed. */
  readonly receipts: readonly { readonly seat: string; readonly account: string; readonly confirmedAt?: Date }[];
}

/** A time for which the session was adjourned; no `until`: it still is. */
export interface Pause {
  readonly from: Date;
  readonly reason: string;
  readonly resumesAt?: Date;
  readonly until?: Date;
}

/** A meeting 会议. The seats are those of the body on the day it was planned, or last refreshed. */
export interface Meeting extends Stored {
  readonly body: Body;
  readonly term: number;
  /** Running number within the year of the body. */
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly at: Date;
  readonly place: string;
  readonly mode: MeetingMode;
  readonly state: MeetingState;
  readonly seats: readonly Seat[];
  /** Who is there at this moment. */
  readonly attendance: readonly AttendanceEntry[];
  /** Every arrival and leaving, in order. */
  readonly log: readonly AttendanceNote[];
  readonly notices: readonly Notice[];
  /** Ids of the items on the agenda; their order is that of `rank` in the items. */
  readonly agenda: readonly string[];
  /** Ids of the applications' own items that stand in a batch. */
  readonly batched: readonly string[];
  /** Orders lists: see `listedAt`. */
  readonly listed: string;
  /** The voting rule as it held when the session began: the whole meeting goes by it. */
  readonly rule?: Rule<VotingRule>;
  readonly startedAt?: Date;
  readonly pauses: readonly Pause[];
  readonly closedAt?: Date;
  /** End of the time for its minutes, from the close on. */
  readonly minutesDueAt?: Date;
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
  const ended = state === 'closed' || state === 'cancelled';
  return ended ? `A${digits(at.getTime())}` : `B${digits(farFuture - at.getTime())}`;
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
  const moved = { ...meeting, ...changes, state };
  return { ...moved, listed: listedAt(state, moved.at) };
}

/** The seat whose holder an account is. */
export function seatOf(meeting: Pick<Meeting, 'seats'>, accountId: string): Seat | undefined {
  return meeting.seats.find(({ holder }) => holder === accountId);
}

/** Attendance and its log after a seat came, left, or was noted as not there (presence null). */
export function noted(meeting: Meeting, note: AttendanceNote): Pick<Meeting, 'attendance' | 'log'> {
  const { presence } = note;
  const others = meeting.attendance.filter(({ seat }) => seat !== note.seat);
  return { attendance: presence === null ? others : [...others, { ...note, presence }], log: [...meeting.log, note] };
}

/** Accounts that hold a seat of the meeting, each once. */
export const holdersOf = ({ seats }: Pick<Meeting, 'seats'>): readonly string[] => [
  ...new Set(seats.flatMap(({ holder }) => holder ?? [])),
];

/** The pauses of a meeting, the one under way ended now. */
export const pausesEnded = ({ pauses }: Pick<Meeting, 'pauses'>, now: Date): readonly Pause[] =>
  pauses.map((pause) => (pause.until ? pause : { ...pause, until: now }));
