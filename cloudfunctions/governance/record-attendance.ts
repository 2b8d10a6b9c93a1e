import { governance } from '../../shared/governance/endpoints';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { attendanceWith, meetingOf, meetings, movedMeeting } from './meetings';

/** The secretary notes a seat as present, by remote, excused, or not there (null); marked as such. */
export const recordAttendance = useCase(governance.recordAttendance, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.recordAttendance' }),
  async run({ input, actor, tx, now }) {
    const { seat, presence } = input;
    const meeting = await meetingOf(tx, input.meetingId);
    if (!meeting.seats.some((known) => known.seat === seat)) throw new AppError('notFound');
    const entry = presence === null ? undefined : ({ seat, presence, by: 'secretary', account: actor.id, at: now } as const);
    const noted = movedMeeting(meeting, 'recordAttendance', { attendance: attendanceWith(meeting, seat, entry) });
    const { version } = await tx.replace(meetings, noted, { expecting: input.version });
    return { id: meeting._id, version };
  },
});
