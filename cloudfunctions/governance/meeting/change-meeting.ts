import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { tellOfMeeting } from '../agenda/schedule';
import { type Meeting, meetingOf, meetings, movedMeeting } from '../meetings';
import { newestNotice, nextNotice } from './notices';
import { assertAhead } from './plan-meeting';

type Context = WriteContext<typeof governance.changeMeeting>;

/**
 * Changes time, place or mode of a planned meeting, with the reason. Whoever was told is told again: the seats by another
 * notice, which they confirm anew, the applicants by the date they wait for. Number and title stay.
 */
export const changeMeeting = useCase(governance.changeMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.change' }),
  async run(context) {
    const { input, tx, db, now } = context;
    const meeting = await meetingOf(tx, input.meetingId);
    const at = input.at === undefined ? meeting.at : new Date(input.at);
    const later = at.getTime() !== meeting.at.getTime();
    if (later) assertAhead(at, now);
    const place = input.place ?? meeting.place;
    const mode = input.mode ?? meeting.mode;
    const changed = movedMeeting(meeting, 'change', { at, place, mode });
    if (!later && place === meeting.place && mode === meeting.mode)
      throw new AppError('request.invalid', { fields: { at: 'change.nothing' } });
    const stored = await tx.replace(meetings, noticed(changed, context), { expecting: input.version });
    const notice = meeting.notices.length > 0 ? meeting.notices.length + 1 : undefined;
    tx.emit({ type: 'meeting.changed', meeting: meeting._id, meetingAt: at.toISOString(), notice });
    if (later) await tellOfMeeting(tx, db, stored);
    return { id: meeting._id, version: stored.version };
  },
});

/** The meeting with another notice, if there was one: the same text and papers, and why it changed. */
function noticed(meeting: Meeting, { actor, now, input }: Context): Meeting {
  const told = newestNotice(meeting);
  if (!told) return meeting;
  const notice = nextNotice(meeting, { text: told.text, papers: told.papers, by: actor.id, now, changeReason: input.reason });
  return { ...meeting, notices: [...meeting.notices, notice] };
}
