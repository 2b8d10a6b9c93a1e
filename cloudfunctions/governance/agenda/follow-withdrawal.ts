import { governance } from '../../../shared/governance/endpoints';
import type { Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type AgendaItem, agendaItems } from '../agenda-items';
import { type Meeting, meetingOf, meetings } from '../meetings';
import { batchWithout } from './pull-out-item';
import { itemEvent } from './schedule';
import { agendaWithout, takenOff } from './unschedule';

/** Takes a withdrawn application or measure, or one that may not be decided now, off the agenda or out of its batch; what is decided stays decided. */
export const followWithdrawal = useCase(governance.followWithdrawal, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.followWithdrawal' }),
  async run({ input, tx }) {
    const item = await tx.get(agendaItems, input.itemId);
    if (item?.live !== input.about || !isUndecided(item)) return { removed: false };
    const meeting = await meetingOf(tx, item.meetingId);
    const gone = item.batch === undefined ? [item] : await outOfBatch(tx, meeting, item, item.batch);
    if (gone.length === 0) return { removed: false };
    const removed = await tx.replace(agendaItems, takenOff(meeting, item, 'followWithdrawal'), { expecting: item.version });
    if (input.waits) tx.emit(itemEvent('agenda.unscheduled', meeting, removed));
    await tx.replace(meetings, { ...meeting, ...agendaWithout(meeting, gone) }, { expecting: meeting.version });
    return { removed: true };
  },
});

const isUndecided = ({ state }: AgendaItem) => state === 'pending' || state === 'open';

/** Takes an application out of its batch, and a batch that is then empty off the agenda. @returns all that leaves the meeting */
async function outOfBatch(tx: Transaction, meeting: Meeting, item: AgendaItem, id: string): Promise<readonly AgendaItem[]> {
  const batch = await tx.get(agendaItems, id);
  const entry = batch?.entries?.find((known) => known.item === item._id);
  if (!batch || !entry || !isUndecided(batch)) return [];
  const rest = batchWithout(batch, entry);
  const left = rest.entries?.length === 0 ? takenOff(meeting, rest, 'followWithdrawal') : rest;
  await tx.replace(agendaItems, left, { expecting: batch.version });
  return left.state === 'removed' ? [item, left] : [item];
}
