import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { meetingOf, seatOf } from '../meetings';
import { isPresent } from '../policies';
import { note } from './attendance';

/** A seat leaves, on its holder's own phone: from the next decision on it counts neither for the quorum nor among the votes. */
export const leaveMeeting = useCase(governance.leaveMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.leave' }),
  async run({ input, actor, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const seat = seatOf(meeting, actor.id)?.seat;
    if (seat === undefined) throw new AppError('auth.forbidden');
    const left = await note(tx, meeting, 'leave', { seat, presence: 'left', by: 'seat', account: actor.id, at: now });
    if (!isPresent(meeting, seat)) throw new AppError('wrongStatus', { message: '您还没有签到，或者已经离会' });
    return left;
  },
});
