import type { Transaction } from '../platform/types';
import { type AgendaItem, agendaItems, movedItem } from './agenda-items';
import type { Meeting } from './meetings';

/** Takes an item off the agenda and lets its application wait for another meeting. */
export async function unschedule(
  tx: Transaction,
  meeting: Meeting,
  item: AgendaItem,
  action: 'remove' | 'postpone',
): Promise<AgendaItem> {
  const place = meeting.state === 'planned' ? {} : ({ keepsPlace: true } as const);
  const removed = await tx.replace(agendaItems, movedItem(item, action, place), { expecting: item.version });
  tx.emit({
    type: 'agenda.unscheduled',
    application: item.applicationId,
    item: item._id,
    meeting: meeting._id,
    meetingTitle: meeting.title,
    meetingAt: meeting.at.toISOString(),
  });
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
