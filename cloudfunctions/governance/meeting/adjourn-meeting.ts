import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting } from '../meetings';
import { assertAhead } from './plan-meeting';

/** Interrupts the session: agenda, votes given and attendance stay as they are, nothing is voted on. */
export const adjournMeeting = useCase(governance.adjournMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.adjourn' }),
  async run({ input, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const resumesAt = input.resumesAt === undefined ? undefined : new Date(input.resumesAt);
    if (resumesAt) assertAhead(resumesAt, now, 'resumesAt');
    const pause = { from: now, reason: input.reason, ...(resumesAt && { resumesAt }) };
    const changed = movedMeeting(meeting, 'adjourn', { pauses: [...meeting.pauses, pause] });
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    tx.emit({ type: 'meeting.adjourned', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
