import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { type AgendaItem, agendaItems, assertInSession, type Correction, itemOf, movedItem } from '../agenda-items';
import { seatOf } from '../meetings';
import { mayCorrect } from '../policies';
import { assertMayChoose } from './voting';

/**
 * Corrects a vote while its item is open, by the seat itself or the secretary. Who, when, from and to stay in the item; a
 * decision that was made stays what it is.
 */
export const correctVote = useCase(governance.correctVote, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.correctVote' }),
  async run({ input, actor, tx, now }) {
    const { seat, choice: to, reason } = input;
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    if (!meeting.seats.some((known) => known.seat === seat)) throw new AppError('notFound');
    if (!mayCorrect(meeting, seat, actor)) throw new AppError('auth.forbidden');
    assertInSession(meeting);
    const moved = movedItem(item, 'correctVote');
    const given = item.votes.find((vote) => vote.seat === seat);
    if (!given) throw new AppError('wrongStatus', { message: '这个席位还没有表决，不用更正' });
    if (given.choice === to) throw new AppError('request.invalid', { fields: { choice: 'choice.same' } });
    assertMayChoose(meeting, item, seat, to);
    const by = seatOf(meeting, actor.id)?.seat === seat ? 'seat' : 'secretary';
    const correction = { seat, from: given.choice, to, by, account: actor.id, at: now, reason } as const;
    const { _id, version } = await tx.replace(agendaItems, corrected(moved, correction), { expecting: item.version });
    return { id: _id, version };
  },
});

function corrected(item: AgendaItem, correction: Correction): AgendaItem {
  const { seat, to: choice, by, account, at } = correction;
  const votes = item.votes.map((vote) => (vote.seat === seat ? { seat, choice, by, account, at } : vote));
  return { ...item, votes, corrections: [...item.corrections, correction] };
}
