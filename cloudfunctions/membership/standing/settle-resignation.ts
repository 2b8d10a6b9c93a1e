import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { storeMember } from '../members';
import { memberEventFacts, memberForStaff, standingAnswer, wrongStanding } from './moves';

/** Notes that what a resignation asks of staff is done: groups, lists, the paper certificate. */
export const settleResignation = useCase(membership.settleResignation, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.settleResignation' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    if (member.standing !== 'resigned' || member.settledAt) throw wrongStanding(member);
    const settled = await storeMember(tx, { ...member, settledAt: now });
    tx.emit({ type: 'member.resignationSettled', ...memberEventFacts(settled) });
    return standingAnswer(settled);
  },
});
