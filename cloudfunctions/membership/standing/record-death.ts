import { dayOf, startOfDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { takeEvidence } from '../review/evidence';
import { memberForStaff, movedMember, standingAnswer, storeMoved } from './moves';
import { silence } from './silence';

/** Records that a member has died, from the day of death on, with the evidence; nothing goes to the account any more. */
export const recordDeath = useCase(membership.recordDeath, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.recordDeath' }),
  async run(context) {
    const { actor, input, tx, now } = context;
    const member = await memberForStaff(tx, actor, input);
    if (input.diedOn > dayOf(now)) throw new AppError('request.invalid', { fields: { diedOn: 'date.future' } });
    const { evidence: reason, file } = input;
    const grounds = { reason, basis: 'evidence', effectiveAt: startOfDay(input.diedOn), file };
    const moved = movedMember(member, 'recordDeath', { actor, now }, grounds);
    await takeEvidence(context, { file }, member.person);
    await silence(tx, member.account);
    return standingAnswer(await storeMoved(tx, member, moved, 'recordDeath'));
  },
});
