import { governance } from '../../shared/governance/endpoints';
import { useCase } from '../platform/use-case';
import { meetingOf, meetings, movedMeeting } from './meetings';

/** Opens the session. Whether there is a quorum is asked at each decision, so a meeting may start while seats arrive. */
export const startMeeting = useCase(governance.startMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.start' }),
  async run({ input, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const started = movedMeeting(meeting, 'start', { startedAt: now });
    const { version } = await tx.replace(meetings, started, { expecting: input.version });
    tx.emit({ type: 'meeting.started', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
