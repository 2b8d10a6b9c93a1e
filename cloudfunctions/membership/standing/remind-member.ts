import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { useCase } from '../../platform/use-case';
import { storeMember } from '../members';
import { memberEventFacts, memberForStaff, standingAnswer, wrongStanding } from './moves';

/** Records a reminder with its evidence: without one nobody is ever deemed to have resigned. */
export const remindMember = useCase(membership.remindMember, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.remind' }),
  async run({ actor, input, tx, now }) {
    const member = await memberForStaff(tx, actor, input);
    if (!mayDo(member.standing, 'certificateInForce')) throw wrongStanding(member);
    const { channel, text, evidence } = input;
    const reminded = await storeMember(tx, {
      ...member,
      reminders: [...(member.reminders ?? []), { at: now, by: actor.id, channel }],
      reminderTexts: [...(member.reminderTexts ?? []), { text, evidence }],
    });
    tx.emit({ type: 'member.reminded', ...memberEventFacts(reminded) });
    return standingAnswer(reminded);
  },
});
