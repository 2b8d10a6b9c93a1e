import { type MinutesState, minutesLifecycle } from '../../shared/governance/lifecycle';
import { AppError } from '../platform/errors';
import type { Actor, RecordType, Stored, Transaction } from '../platform/types';
import { move } from './moves';

/** A part of the minutes: what the record of the meeting says, which nobody edits, and what the secretary adds. */
export interface MinutesSection {
  readonly key: string;
  readonly heading: string;
  readonly record: readonly string[];
  readonly text: string;
}

/** A member concerned, to whom the minutes were published. */
export interface Recipient {
  readonly account: string;
  readonly as: 'seat' | 'applicant' | 'member';
  /** Title of the seat, or reference of the application or measure: never a name. */
  readonly who: string;
  readonly readAt?: Date;
}

/** Minutes 纪要 of a meeting; `_id` is the meeting's. */
export interface Minutes extends Stored {
  readonly state: MinutesState;
  readonly title: string;
  readonly at: Date;
  readonly place: string;
  /** End of the time for drafting, checking and publishing. */
  readonly dueAt: Date;
  readonly sections: readonly MinutesSection[];
  /** Accounts that wrote any of it: none of them checks it. */
  readonly editors: readonly string[];
  readonly returnReason?: string;
  readonly checkedBy?: string;
  /** Whom the decisions were about, and the seats, as they were when it was drafted. */
  readonly applications: readonly string[];
  readonly measures: readonly string[];
  readonly seats: readonly { readonly title: string; readonly holder: string }[];
  readonly publishedAt?: Date;
  readonly recipients: readonly Recipient[];
}

export const minutesRecords: RecordType<Minutes> = { collection: 'minutes', sealed: [] };

/** Those who write and those who check minutes see them at any time. */
export const worksOnMinutes = (actor: Actor): boolean => actor.may('meeting.manage') || actor.may('minutes.check');

/** Whether a person may see minutes: whoever works on them, and the members concerned once they are published. */
export const seesMinutes =
  (actor: Actor) =>
  ({ recipients }: Minutes): boolean =>
    worksOnMinutes(actor) || recipients.some(({ account }) => account === actor.id);

/** The minutes in the transaction, at the version that the caller saw. @throws notFound, stale */
export async function minutesOf(tx: Transaction, meetingId: string, version: number): Promise<Minutes> {
  const minutes = await tx.get(minutesRecords, meetingId);
  if (!minutes) throw new AppError('notFound');
  if (minutes.version !== version) throw new AppError('stale');
  return minutes;
}

/** The minutes after a move of their lifecycle. @throws wrongStatus when the move is not possible in their state */
export function movedMinutes(minutes: Minutes, action: string, changes: Partial<Minutes> = {}): Minutes {
  return { ...minutes, ...changes, state: move(minutesLifecycle, minutes.state, action) };
}
