import { governance } from '../../shared/governance/endpoints';
import { useCase } from '../platform/use-case';
import { agendaItems, movedItem } from './agenda-items';
import { meetingOf, meetings } from './meetings';

/** Takes a withdrawn application off the agenda; what is decided stays decided. */
export const followWithdrawal = useCase(governance.followWithdrawal, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.followWithdrawal' }),
  async run({ input, tx }) {
    const item = await tx.get(agendaItems, input.itemId);
    if (item?.applicationId !== input.applicationId) return { removed: false };
    if (item.state !== 'pending' && item.state !== 'open') return { removed: false };
    const meeting = await meetingOf(tx, item.meetingId);
    const place = meeting.state === 'planned' ? {} : ({ keepsPlace: true } as const);
    await tx.replace(agendaItems, movedItem(item, 'followWithdrawal', place), { expecting: item.version });
    const agenda = meeting.agenda.filter((id) => id !== item._id);
    await tx.replace(meetings, { ...meeting, agenda }, { expecting: meeting.version });
    return { removed: true };
  },
});
