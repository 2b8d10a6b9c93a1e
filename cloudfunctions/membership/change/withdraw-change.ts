import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { changeFacts, memberChanges } from './changes';
import { changeMoved } from './moves';

/** Takes a change back that waits for staff. */
export const withdrawChange = useCase(membership.withdrawChange, {
  journal: (_input, output) => ({ aggregate: `members:${output.memberId}`, action: 'member.withdrawChange' }),
  async run({ actor, input, tx, now }) {
    const change = await tx.get(memberChanges, input.changeId, ({ by }) => by === actor.id);
    if (!change) throw new AppError('notFound');
    if (change.version !== input.version) throw new AppError('stale');
    const withdrawn = changeMoved(actor, change, 'withdraw', now);
    const { _id, version, state, member } = await tx.replace(memberChanges, withdrawn, { expecting: change.version });
    tx.emit({ type: 'change.withdrawn', ...changeFacts(change) });
    return { id: _id, version, state, memberId: member };
  },
});
