import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import type { New } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { itemsOf, type PlacedItem } from '../agenda-items';
import { type Meeting, meetingOf } from '../meetings';
import { type Minutes, minutesRecords } from '../minutes-records';
import { sectionsOf } from './draft';

/** Drafts the minutes of a closed meeting from its record, once. */
export const draftMinutes = useCase(governance.draftMinutes, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.draftMinutes' }),
  async run({ input, actor, tx, db }) {
    const meeting = await meetingOf(tx, input.meetingId);
    if (meeting.state !== 'closed') throw new AppError('wrongStatus', { fields: { state: meeting.state, possible: '' } });
    const drafted = minutesFrom(meeting, await itemsOf(db, meeting._id), actor.id);
    const again = new AppError('wrongStatus', { message: '这次会议的纪要已经起草' });
    const minutes = await tx.add(minutesRecords, drafted, again);
    tx.emit({ type: 'minutes.drafted', meeting: meeting._id });
    return { id: minutes._id, version: minutes.version };
  },
});

function minutesFrom(meeting: Meeting, items: readonly PlacedItem[], editor: string): New<Minutes> {
  const decided = items.map(({ item }) => item).filter(({ decision }) => decision);
  const { _id, title, at, place, closedAt = at, minutesDueAt = closedAt } = meeting;
  return {
    _id,
    state: 'draft',
    title,
    at,
    place,
    dueAt: minutesDueAt,
    sections: sectionsOf(meeting, items),
    editors: [editor],
    applications: decided.flatMap(({ applicationId, entries = [] }) => applicationId ?? entries.map((one) => one.applicationId)),
    measures: decided.flatMap(({ measureId }) => measureId ?? []),
    seats: meeting.seats.flatMap(({ title: seat, holder }) => (holder === null ? [] : [{ title: seat, holder }])),
    recipients: [],
  };
}
