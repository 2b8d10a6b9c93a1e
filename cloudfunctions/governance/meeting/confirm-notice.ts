import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting } from '../meetings';
import { newestNotice } from './notices';

/** The holder of a seat has read the newest notice; confirming it again changes nothing. */
export const confirmNotice = useCase(governance.confirmNotice, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.confirmNotice' }),
  async run({ input, actor, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const notice = newestNotice(meeting);
    const own = notice?.receipts.find(({ account }) => account === actor.id);
    if (!notice || !own) throw new AppError('auth.forbidden');
    if (notice.number !== input.number) throw new AppError('stale', { message: '会议有了新的通知，请看过后再确认' });
    const changed = movedMeeting(meeting, 'confirmNotice');
    if (own.confirmedAt) return { id: meeting._id, version: meeting.version };
    const receipts = notice.receipts.map((receipt) => (receipt === own ? { ...own, confirmedAt: now } : receipt));
    const notices = [...meeting.notices.slice(0, -1), { ...notice, receipts }];
    const { version } = await tx.replace(meetings, { ...changed, notices }, { expecting: meeting.version });
    return { id: meeting._id, version };
  },
});
