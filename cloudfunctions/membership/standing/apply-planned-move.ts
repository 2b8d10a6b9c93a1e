import { moveOf } from '../../../shared/lifecycle';
import { membership } from '../../../shared/membership/endpoints';
import { standingLifecycle } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { members, storeMember } from '../members';
import { movedMember, storeMoved, withoutPlan } from './moves';

/**
 * Makes the move that was planned for this moment, as it was planned. A plan that was changed or dropped meanwhile is left
 * alone; told twice, nothing happens twice.
 */
export const applyPlannedMove = useCase(membership.applyPlannedMove, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.applyPlannedMove' }),
  async run({ actor, input, tx, now }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    const { planned, plannedReason: reason = '', standing } = member;
    if (!planned || planned.effectiveAt.toISOString() !== input.effectiveAt || planned.effectiveAt > now) return { standing };
    const { action, by, basis, effectiveAt } = planned;
    if (!moveOf(standingLifecycle, standing, action)) return storeMember(tx, withoutPlan(member));
    const moved = movedMember(member, action, { actor, now }, { reason, basis, by, effectiveAt });
    return storeMoved(tx, member, withoutPlan(moved), action);
  },
});
