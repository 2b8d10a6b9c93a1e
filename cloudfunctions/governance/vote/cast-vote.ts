import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { itemOf } from '../agenda-items';
import { seatOf } from '../meetings';
import { vote } from './voting';

/** A seat votes on its holder's own phone, once. */
export const castVote = useCase(governance.castVote, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.castVote' }),
  async run({ input, actor, tx, now }) {
    const found = await itemOf(tx, input.meetingId, input.itemId);
    const seat = seatOf(found.meeting, actor.id)?.seat;
    if (seat === undefined) throw new AppError('auth.forbidden');
    return vote(tx, found, { seat, choice: input.choice, by: 'seat', account: actor.id, at: now });
  },
});
