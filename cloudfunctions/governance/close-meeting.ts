import { governance } from '../../shared/governance/endpoints';
import { useCase } from '../platform/use-case';
import { meetingOf, meetings, movedMeeting } from './meetings';
import { undecidedItems, unschedule } from './unschedule';

/** Ends the session; the applications of undecided items wait for another meeting. */
export const closeMeeting = useCase(governance.closeMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.close' }),
  async run({ input, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const closed = movedMeeting(meeting, 'close', { closedAt: now });
    const undecided = await undecidedItems(tx, meeting);
    for (const item of undecided) await unschedule(tx, meeting, item, 'postpone');
    const postponed = new Set(undecided.map(({ _id }) => _id));
    const agenda = meeting.agenda.filter((id) => !postponed.has(id));
    const { version } = await tx.replace(meetings, { ...closed, agenda }, { expecting: input.version });
    tx.emit({ type: 'meeting.closed', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
