import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { makeOrPlan } from './make-or-plan';
import { effectiveAt, memberForStaff, standingAnswer } from './moves';

/** Records that a member goes over to another federation 转出, from today or a later day on. */
export const transferOut = useCase(membership.transferOut, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.transferOut' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    const grounds = {
      reason: `转往${input.to}：${input.reason}`,
      basis: input.basis,
      effectiveAt: effectiveAt(input.effectiveOn, now),
    };
    return standingAnswer(await makeOrPlan(tx, member, 'transferOut', { actor, now }, grounds));
  },
});
