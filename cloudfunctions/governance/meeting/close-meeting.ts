import { endOfWorkingDay } from '../../../shared/dates';
import { governance } from '../../../shared/governance/endpoints';
import { calendar } from '../../../shared/rules/calendar';
import { minutesWorkingDays } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { agendaWithout, undecidedItems, unschedule } from '../agenda/unschedule';
import { meetingOf, meetings, movedMeeting, pausesEnded } from '../meetings';

/** Ends the session, unless a vote is open; what was not reached waits for another meeting. */
export const closeMeeting = useCase(governance.closeMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.close' }),
  async run({ input, tx, db, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const rule = await rulesOf(db, now);
    const minutesDueAt = endOfWorkingDay(now, rule(minutesWorkingDays).value, rule(calendar).value);
    const closed = movedMeeting(meeting, 'close', { closedAt: now, minutesDueAt, pauses: pausesEnded(meeting, now) });
    const undecided = await undecidedItems(tx, meeting);
    if (undecided.some(({ state }) => state === 'open'))
      throw new AppError('wrongStatus', { message: '还有议题正在表决：请先宣布结果，或者改由下一次会议讨论' });
    for (const item of undecided) await unschedule(tx, meeting, item, 'postpone');
    const changed = { ...closed, ...agendaWithout(meeting, undecided) };
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    tx.emit({ type: 'meeting.closed', meeting: meeting._id });
    return { id: meeting._id, version };
  },
});
