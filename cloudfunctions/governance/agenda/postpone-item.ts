import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { itemOf } from '../agenda-items';
import { meetings, movedMeeting } from '../meetings';
import { agendaWithout, unschedule } from './unschedule';

/** Leaves an item undecided during the session, also one whose vote is open: there may be no quorum any more. */
export const postponeItem = useCase(governance.postponeItem, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.postponeItem' }),
  async run({ input, tx }) {
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    if (item.version !== input.version) throw new AppError('stale');
    const changed = movedMeeting(meeting, 'postpone', agendaWithout(meeting, [item]));
    const { _id, version } = await unschedule(tx, meeting, item, 'postpone');
    await tx.replace(meetings, changed, { expecting: meeting.version });
    return { id: _id, version };
  },
});
