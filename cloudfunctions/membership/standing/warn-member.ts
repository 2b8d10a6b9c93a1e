import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { makeOrPlan } from './make-or-plan';
import { effectiveAt, memberForStaff, standingAnswer } from './moves';

/** Warns a member 预警, from today or a later day on. */
export const warnMember = useCase(membership.warnMember, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.warn' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    const { reason, basis } = input;
    const grounds = { reason, basis, effectiveAt: effectiveAt(input.effectiveOn, now) };
    return standingAnswer(await makeOrPlan(tx, member, 'warn', { actor, now }, grounds));
  },
});
