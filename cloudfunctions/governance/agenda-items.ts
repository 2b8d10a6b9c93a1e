import { type ItemState, itemLifecycle } from '../../shared/governance/lifecycle';
import type { Choice, Tally } from '../../shared/governance/voting';
import { AppError } from '../platform/errors';
import type { Reader, RecordType, Stored, Transaction } from '../platform/types';
import { type AttendanceEntry, type Meeting, meetings, type NotedBy } from './meetings';
import { move } from './moves';

export interface VoteEntry {
  readonly seat: string;
  readonly choice: Choice;
  readonly by: NotedBy;
  /** Account that gave or recorded it. */
  readonly account: string;
  readonly at: Date;
}

/** What a decision rested on; written once, never changed. */
export interface DecisionRecord {
  readonly outcome: 'passed' | 'notPassed';
  readonly tally: Tally;
  readonly attendance: readonly AttendanceEntry[];
  /** `key@version` of the rule that decided. */
  readonly rule: string;
  readonly resolution: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** One item 议题 of an agenda: the admission of one applicant. All its votes live in it, so one of two at once is retried. */
export interface AgendaItem extends Stored {
  readonly meetingId: string;
  readonly kind: 'admission';
  readonly applicationId: string;
  readonly reference: string;
  /** Marked applications first, then the order of submission: `0` or `1`, the instant, the reference. */
  readonly rank: string;
  /** The application while the item stands, its own id once it is removed: unique, so no application is on two agendas. */
  readonly live: string;
  readonly state: ItemState;
  /** Removed after the session began: it keeps its place, so that the numbers of the others do not change. */
  readonly keepsPlace?: true;
  /** Accounts that may only recuse themselves here. */
  readonly parties: readonly string[];
  readonly votes: readonly VoteEntry[];
  readonly decision?: DecisionRecord;
}

export const agendaItems: RecordType<AgendaItem> = { collection: 'agendaItems', sealed: [] };

/** Most items an agenda takes: what one meeting can discuss and one page can show. */
export const agendaLimit = 60;

/** An item with its place on the agenda, from 1. */
export interface PlacedItem {
  readonly item: AgendaItem;
  readonly order: number;
}

/** Items of a meeting in the order of the agenda, without the removed. */
export async function itemsOf(db: Reader, meetingId: string): Promise<readonly PlacedItem[]> {
  const rows = await db.find(agendaItems, { where: { meetingId }, order: [['rank', 'asc']], limit: 100 });
  return rows
    .filter(({ state, keepsPlace }) => state !== 'removed' || keepsPlace)
    .map((item, index) => ({ item, order: index + 1 }))
    .filter(({ item }) => item.state !== 'removed');
}

/** A meeting and an item of its agenda, in the transaction. @throws notFound also when the item is another meeting's */
export async function itemOf(
  tx: Transaction,
  meetingId: string,
  itemId: string,
): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const meeting = await tx.get(meetings, meetingId);
  const item = await tx.get(agendaItems, itemId);
  if (!meeting || item?.meetingId !== meetingId) throw new AppError('notFound');
  return { meeting, item };
}

/** The item after a move of its lifecycle. @throws wrongStatus when the move is not possible in its state */
export function movedItem(item: AgendaItem, action: string, changes: Partial<AgendaItem> = {}): AgendaItem {
  const state = move(itemLifecycle, item.state, action);
  return { ...item, ...changes, state, live: state === 'removed' ? item._id : item.applicationId };
}

/** Votes are taken, opened and decided only while the meeting is in session. @throws wrongStatus */
export function assertInSession(meeting: Meeting): void {
  if (meeting.state !== 'inSession') throw new AppError('wrongStatus', { fields: { state: meeting.state, possible: '' } });
}
