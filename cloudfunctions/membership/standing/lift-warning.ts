import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { memberForStaff, movedMember, standingAnswer, storeMoved } from './moves';

/** Lifts a warning: the member is in good standing again. */
export const liftWarning = useCase(membership.liftWarning, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.liftWarning' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    const { reason, basis } = input;
    const moved = movedMember(member, 'liftWarning', { actor, now }, { reason, basis, effectiveAt: now });
    return standingAnswer(await storeMoved(tx, member, moved, 'liftWarning'));
  },
});
