import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting, type Paper } from '../meetings';
import { nextNotice } from './notices';
import { checkedPaper } from './papers';

/** Tells every holder of a seat, with what they should read before; earlier notices stay as they were. */
export const sendNotice = useCase(governance.sendNotice, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.sendNotice' }),
  async run({ input, actor, tx, files, now, newId }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const changed = movedMeeting(meeting, 'sendNotice');
    const papers: Paper[] = [];
    for (const [index, paper] of (input.papers ?? []).entries())
      papers.push(await checkedPaper(files, actor.id, paper, { index, id: newId() }));
    const notice = nextNotice(meeting, { text: input.text, papers, by: actor.id, now });
    const { version } = await tx.replace(
      meetings,
      { ...changed, notices: [...meeting.notices, notice] },
      { expecting: input.version },
    );
    tx.emit({ type: 'meeting.noticed', meeting: meeting._id, notice: notice.number });
    return { id: meeting._id, version };
  },
});
