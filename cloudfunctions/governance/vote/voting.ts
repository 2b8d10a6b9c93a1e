import type { Choice } from '../../../shared/governance/voting';
import { AppError } from '../../platform/errors';
import type { Transaction } from '../../platform/types';
import { type AgendaItem, agendaItems, assertInSession, movedItem, type VoteEntry } from '../agenda-items';
import type { Meeting } from '../meetings';
import { isPresent, partySeats } from '../policies';

/**
 * Puts one seat's vote into the item.
 *
 * @throws auth.forbidden for a seat that is not present
 * @throws auth.conflictOfInterest when the holder is a party and does not recuse themself
 * @throws stale when the seat has voted
 * @throws wrongStatus unless the meeting is in session and the item open
 */
export async function vote(
  tx: Transaction,
  { meeting, item }: { readonly meeting: Meeting; readonly item: AgendaItem },
  entry: VoteEntry,
): Promise<{ id: string; version: number }> {
  assertInSession(meeting);
  const voted = movedItem(item, entry.by === 'seat' ? 'castVote' : 'recordVote', { votes: [...item.votes, entry] });
  if (item.votes.some(({ seat }) => seat === entry.seat)) throw new AppError('stale', { message: '这个席位已经表决过了' });
  assertMayChoose(meeting, item, entry.seat, entry.choice);
  const { _id, version } = await tx.replace(agendaItems, voted, { expecting: item.version });
  return { id: _id, version };
}

const pullOutFirst = '您与这一批里的一件申请有关联：请回避整批，或者请秘书先把那一件单列';

/**
 * The applicant and the recommender have no vote on their own matter, whoever records it. In a batch that is a vote on all of
 * it, unless the secretary pulls out the one they are party to.
 *
 * @throws auth.forbidden for a seat that is not present
 * @throws auth.conflictOfInterest when the holder is a party and does not recuse themself
 */
export function assertMayChoose(meeting: Meeting, item: AgendaItem, seat: string, choice: Choice): void {
  if (!isPresent(meeting, seat)) throw new AppError('auth.forbidden', { message: '这个席位没有签到，不能表决' });
  if (choice === 'recuse' || !partySeats(meeting, item.parties).includes(seat)) return;
  throw new AppError('auth.conflictOfInterest', item.kind === 'admissionBatch' ? { message: pullOutFirst } : {});
}
