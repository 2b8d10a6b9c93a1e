import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { itemOf } from '../agenda-items';
import { meetings, movedMeeting } from '../meetings';
import { agendaWithout, unschedule } from './unschedule';

/** Takes an item off the agenda of a planned meeting. `version` is the item's. */
export const removeItem = useCase(governance.removeItem, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.removeItem' }),
  async run({ input, tx }) {
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    if (item.version !== input.version) throw new AppError('stale');
    const changed = movedMeeting(meeting, 'changeAgenda', agendaWithout(meeting, [item]));
    const { _id, version } = await unschedule(tx, meeting, item, 'remove');
    await tx.replace(meetings, changed, { expecting: meeting.version });
    return { id: _id, version };
  },
});
