import { governance } from '../../../shared/governance/endpoints';
import { meetingTitle } from '../../../shared/governance/naming';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { tellOfMeeting } from '../agenda/schedule';
import { bodyRecords } from '../bodies';
import { holdersOf, meetingOf, meetings, movedMeeting } from '../meetings';

/** Gives a planned meeting the seats its body has now; who signed in for a seat that somebody else holds now, did not. */
export const refreshSeats = useCase(governance.refreshSeats, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.refreshSeats' }),
  async run({ input, tx, db }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const body = await tx.get(bodyRecords, meeting.body);
    if (!body) throw new AppError('notFound');
    const same = new Set(
      body.seats
        .filter(({ seat, holder }) => meeting.seats.some((known) => known.seat === seat && known.holder === holder))
        .map(({ seat }) => seat),
    );
    const changed = movedMeeting(meeting, 'refreshSeats', {
      term: body.term,
      title: meetingTitle({ ...meeting, term: body.term }),
      seats: body.seats,
      attendance: meeting.attendance.filter(({ seat }) => same.has(seat)),
    });
    const stored = await tx.replace(meetings, changed, { expecting: input.version });
    const gone = holdersOf(meeting).filter((holder) => !holdersOf(changed).includes(holder));
    tx.emit({ type: 'meeting.seatsRefreshed', meeting: meeting._id, gone });
    if (changed.title !== meeting.title) await tellOfMeeting(tx, db, stored);
    return { id: meeting._id, version: stored.version };
  },
});
