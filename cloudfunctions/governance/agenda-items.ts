import { type ItemKind, type ItemState, itemLifecycle } from '../../shared/governance/lifecycle';
import type { Choice, Tally } from '../../shared/governance/voting';
import type { MeasureKind } from '../../shared/membership/standing';
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

/** A vote that was changed while the item was open: the trace that stays. */
export interface Correction {
  readonly seat: string;
  readonly from: Choice;
  readonly to: Choice;
  readonly by: NotedBy;
  readonly account: string;
  readonly at: Date;
  readonly reason: string;
}

/** What a decision rested on; written once, never changed. */
export interface DecisionRecord {
  readonly outcome: 'passed' | 'notPassed';
  readonly tally: Tally;
  /** Seats of the body, vacant ones too. */
  readonly seats: number;
  readonly attendance: readonly AttendanceEntry[];
  /** `key@version` of the rule that decided. */
  readonly rule: string;
  readonly resolution: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** An application of a batch; `item` is the id of its own record, which keeps it from standing on two agendas. */
export interface BatchEntry {
  readonly item: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly applicantKind: 'individual' | 'unit';
  readonly parties: readonly string[];
}

/**
 * One item 议题 of an agenda. All its votes live in it, so one of two at once is retried. A batch has a record for each of its
 * applications besides: that one is an item of its own once it is pulled out, and has no place on the agenda before.
 */
export interface AgendaItem extends Stored {
  readonly meetingId: string;
  readonly kind: ItemKind;
  /** Of an `admission`. */
  readonly applicationId?: string;
  readonly applicantKind?: 'individual' | 'unit';
  /** Of a `measure`. */
  readonly measureId?: string;
  readonly measureKind?: MeasureKind;
  /** Of an application or a measure. */
  readonly reference?: string;
  /** Of a `matter`. */
  readonly title?: string;
  readonly text?: string;
  /** Of an `admissionBatch`, in the order of the agenda. */
  readonly entries?: readonly BatchEntry[];
  /** The batch in which an application stands. */
  readonly batch?: string;
  /** Has or keeps a place on the agenda: removed ones only after the session began, so that no number changes. */
  readonly placed: boolean;
  /** Orders the agenda: see `ranks.ts`. */
  readonly rank: string;
  /** The application or measure while it is to be decided, else its own id: unique, so nothing is on two agendas. */
  readonly live: string;
  readonly state: ItemState;
  /** Accounts that may only recuse themselves here. */
  readonly parties: readonly string[];
  readonly votes: readonly VoteEntry[];
  readonly corrections: readonly Correction[];
  readonly decision?: DecisionRecord;
}

export const agendaItems: RecordType<AgendaItem> = { collection: 'agendaItems', sealed: [] };

/** Most applications, measures and matters an agenda takes: what one meeting can discuss and one page can show. */
export const agendaLimit = 60;

/** An item with its place on the agenda, from 1. */
export interface PlacedItem {
  readonly item: AgendaItem;
  readonly order: number;
}

/** Items of a meeting in the order of the agenda, without the removed. */
export async function itemsOf(db: Reader, meetingId: string): Promise<readonly PlacedItem[]> {
  const rows = await db.find(agendaItems, { where: { meetingId, placed: true }, order: [['rank', 'asc']], limit: 100 });
  return rows.map((item, index) => ({ item, order: index + 1 })).filter(({ item }) => item.state !== 'removed');
}

/** A meeting and an item of its agenda, in the transaction. @throws notFound also when the item is another meeting's */
export async function itemOf(
  tx: Transaction,
  meetingId: string,
  itemId: string,
): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const meeting = await tx.get(meetings, meetingId);
  const item = await tx.get(agendaItems, itemId);
  // An application in a batch is no item that anything can be done with.
  if (!meeting || item?.meetingId !== meetingId || item.batch !== undefined) throw new AppError('notFound');
  return { meeting, item };
}

/** The item after a move of its lifecycle. @throws wrongStatus when the move is not possible in its state */
export function movedItem(item: AgendaItem, action: string, changes: Partial<AgendaItem> = {}): AgendaItem {
  const state = move(itemLifecycle, item.state, action);
  // Decided or removed, it stands in nobody's way: what it was about may come before another meeting.
  const over = state === 'decided' || state === 'removed';
  return { ...item, ...changes, state, ...(over && { live: item._id }) };
}

/** Votes are taken, opened and decided only while the meeting is in session. @throws wrongStatus */
export function assertInSession(meeting: Meeting): void {
  if (meeting.state !== 'inSession') throw new AppError('wrongStatus', { fields: { state: meeting.state, possible: '' } });
}
