import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { isOwn, type Member, members } from '../members';
import { movedMember, storeMoved } from './moves';

/**
 * Takes the notice of a member, or of the representative of a unit, that they leave: it has effect at once, and nobody approves
 * it. Whoever has resigned already is answered the same again.
 */
export const resign = useCase(membership.resign, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.resign' }),
  async run({ actor, input, tx, now }) {
    const member = await tx.get(members, input.memberId, (found) => isOwn(actor, found));
    if (!member) throw new AppError('notFound');
    if (member.standing === 'resigned') return answer(member);
    const { reason = '', dataChoice } = input;
    const moved = movedMember(member, 'resign', { actor, now }, { reason, basis: 'notice', effectiveAt: now });
    return answer(await storeMoved(tx, member, { ...moved, account: actor.id, dataChoice }, 'resign'));
  },
});

const answer = ({ _id, number, standingHistory, dataChoice = 'keep' }: Member) => ({
  memberId: _id,
  number,
  resignedAt: (standingHistory.at(-1)?.effectiveAt ?? new Date(0)).toISOString(),
  dataChoice,
});
