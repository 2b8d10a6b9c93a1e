import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { meetingOf } from '../meetings';
import { note } from './attendance';

/** The secretary notes a seat as present, by remote, excused, gone, or not there (null); marked as such. */
export const recordAttendance = useCase(governance.recordAttendance, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.recordAttendance' }),
  async run({ input, actor, tx, now }) {
    const { seat, presence } = input;
    const meeting = await meetingOf(tx, input.meetingId);
    if (!meeting.seats.some((known) => known.seat === seat)) throw new AppError('notFound');
    const entry = { seat, presence, by: 'secretary', account: actor.id, at: now } as const;
    return note(tx, meeting, 'recordAttendance', entry, input.version);
  },
});
