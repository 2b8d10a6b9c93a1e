import { governance } from '../../../shared/governance/endpoints';
import { checkedUpload, pictureOrDocument } from '../../platform/checked-upload';
import { useCase } from '../../platform/use-case';
import { meetingOf, meetings, movedMeeting, type Paper } from '../meetings';
import { nextNotice } from './notices';

/** Tells every holder of a seat, with what they should read before; earlier notices stay as they were. */
export const sendNotice = useCase(governance.sendNotice, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.sendNotice' }),
  async run(context) {
    const { input, actor, tx, now, newId } = context;
    const meeting = await meetingOf(tx, input.meetingId);
    const changed = movedMeeting(meeting, 'sendNotice');
    const papers: Paper[] = [];
    for (const [index, { title, fileId }] of (input.papers ?? []).entries()) {
      const upload = { fileId, kinds: pictureOrDocument, path: `papers.${index}`, wrongKind: 'paper.kind', of: meeting._id };
      const { kind } = await checkedUpload(context, upload);
      papers.push({ id: newId(), title, kind, file: fileId });
    }
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
