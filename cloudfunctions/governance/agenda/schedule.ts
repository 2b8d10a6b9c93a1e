import { AppError } from '../../platform/errors';
import type { JournalEvent, New, Reader, Transaction } from '../../platform/types';
import { type AgendaItem, agendaItems, agendaLimit, itemsOf } from '../agenda-items';
import type { Meeting } from '../meetings';

/** What an item is about, in its events: exactly one of application and measure, or neither for a matter. */
export const aboutOf = ({ applicationId, measureId }: Pick<AgendaItem, 'applicationId' | 'measureId'>) => ({
  application: applicationId,
  measure: measureId,
});

/** What happened to an item: its meeting with title and time, which the other contexts show, and the version they are from. */
export function itemEvent(type: string, meeting: Meeting, item: AgendaItem): JournalEvent {
  return {
    type,
    ...aboutOf(item),
    item: item._id,
    meeting: meeting._id,
    meetingTitle: meeting.title,
    meetingAt: meeting.at.toISOString(),
    meetingVersion: meeting.version,
  };
}

/** Puts an item, or an application's own record in a batch, on the agenda. */
export async function schedule(tx: Transaction, meeting: Meeting, item: New<AgendaItem>): Promise<AgendaItem> {
  const added = await tx.add(agendaItems, item);
  if (item.kind !== 'admissionBatch') tx.emit(itemEvent('agenda.scheduled', meeting, added));
  return added;
}

/** What every new item begins with. */
export const fresh = { placed: true, state: 'pending', votes: [], corrections: [] } as const;

/** @throws wrongStatus for an agenda that would become too long */
export function assertRoom({ agenda, batched }: Meeting, more: number): void {
  if (agenda.length + batched.length + more > agendaLimit)
    throw new AppError('wrongStatus', { message: `一次会议最多 ${agendaLimit} 个议题` });
}

/** Tells everything on the agenda that its meeting has another time or title. */
export async function tellOfMeeting(tx: Transaction, db: Reader, meeting: Meeting): Promise<void> {
  for (const { item } of await itemsOf(db, meeting._id)) {
    if (item.kind !== 'admissionBatch') tx.emit(itemEvent('agenda.rescheduled', meeting, item));
    for (const { item: own, applicationId } of item.entries ?? [])
      tx.emit({ ...itemEvent('agenda.rescheduled', meeting, { ...item, applicationId }), item: own });
  }
}
