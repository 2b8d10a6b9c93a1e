import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { undecidedItems, unschedule } from '../agenda/unschedule';
import { meetingOf, meetings, movedMeeting } from '../meetings';

/** Calls a planned meeting off; its number stays used, its applications wait for another meeting. */
export const cancelMeeting = useCase(governance.cancelMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.cancel' }),
  async run({ input, tx }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const cancelled = movedMeeting(meeting, 'cancel', { cancelReason: input.reason, agenda: [], batched: [] });
    for (const item of await undecidedItems(tx, meeting)) await unschedule(tx, meeting, item, 'postpone');
    const { version } = await tx.replace(meetings, cancelled, { expecting: input.version });
    tx.emit({ type: 'meeting.cancelled', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
