import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting } from '../meetings';
import { rankOf } from './ranks';
import { assertRoom, fresh, schedule } from './schedule';

/** Puts a matter on the agenda of a planned meeting: any body decides matters. */
export const addMatter = useCase(governance.addMatter, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.addMatter' }),
  async run({ input, tx, now, newId }) {
    const meeting = await meetingOf(tx, input.meetingId);
    assertRoom(meeting, 1);
    const _id = newId();
    const { title, text } = input;
    const about = { kind: 'matter', title, text, parties: [], live: _id, rank: rankOf.matter(now, _id) } as const;
    await schedule(tx, meeting, { ...fresh, ...about, _id, meetingId: meeting._id });
    const changed = movedMeeting(meeting, 'changeAgenda', { agenda: [...meeting.agenda, _id] });
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    return { id: meeting._id, version };
  },
});
