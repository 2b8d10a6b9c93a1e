import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting, pausesEnded } from '../meetings';

/** Goes on with an adjourned session, under the rule it began with. */
export const resumeMeeting = useCase(governance.resumeMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.resume' }),
  async run({ input, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const changed = movedMeeting(meeting, 'resume', { pauses: pausesEnded(meeting, now) });
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    tx.emit({ type: 'meeting.resumed', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
