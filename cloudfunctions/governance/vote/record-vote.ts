import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { itemOf } from '../agenda-items';
import { vote } from './voting';

/** The secretary records the vote of a seat that is present, once; marked as such. */
export const recordVote = useCase(governance.recordVote, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.recordVote' }),
  async run({ input, actor, tx, now }) {
    const found = await itemOf(tx, input.meetingId, input.itemId);
    if (!found.meeting.seats.some(({ seat }) => seat === input.seat)) throw new AppError('notFound');
    return vote(tx, found, { seat: input.seat, choice: input.choice, by: 'secretary', account: actor.id, at: now });
  },
});
