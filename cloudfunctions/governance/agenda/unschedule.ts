import type { Transaction } from '../../platform/types';
import { type AgendaItem, agendaItems, movedItem } from '../agenda-items';
import type { Meeting } from '../meetings';
import { itemEvent } from './schedule';

type Leaving = 'remove' | 'postpone' | 'followWithdrawal';

/** An item off the agenda; once the session began it keeps its place, so that the numbers of the others do not change. */
export const takenOff = (meeting: Meeting, item: AgendaItem, action: Leaving): AgendaItem =>
  movedItem(item, action, { placed: item.placed && meeting.state !== 'planned' });

/** Takes an item off the agenda, with the applications of a batch, and lets what it is about wait for another meeting. */
export async function unschedule(
  tx: Transaction,
  meeting: Meeting,
  item: AgendaItem,
  action: 'remove' | 'postpone',
): Promise<AgendaItem> {
  const removed = await tx.replace(agendaItems, takenOff(meeting, item, action), { expecting: item.version });
  if (item.kind !== 'admissionBatch') tx.emit(itemEvent('agenda.unscheduled', meeting, removed));
  for (const entry of item.entries ?? []) {
    const own = await tx.get(agendaItems, entry.item);
    if (own) await unschedule(tx, meeting, own, action);
  }
  return removed;
}

/** Every item of the meeting that is neither decided nor removed, in the transaction; one read for each item. */
export async function undecidedItems(tx: Transaction, meeting: Meeting): Promise<readonly AgendaItem[]> {
  const items: AgendaItem[] = [];
  for (const id of meeting.agenda) {
    const item = await tx.get(agendaItems, id);
    if (item && (item.state === 'pending' || item.state === 'open')) items.push(item);
  }
  return items;
}

/** The meeting's lists of items without these, and without the applications of those that are batches. */
export function agendaWithout(meeting: Meeting, items: readonly AgendaItem[]): Pick<Meeting, 'agenda' | 'batched'> {
  const gone = new Set(items.flatMap(({ _id, entries = [] }) => [_id, ...entries.map(({ item }) => item)]));
  const kept = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
  return { agenda: kept(meeting.agenda), batched: kept(meeting.batched) };
}
