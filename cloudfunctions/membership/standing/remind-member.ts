import { membership } from '../../../shared/membership/endpoints';
import { mayDo } from '../../../shared/membership/standing';
import { reminderFiles } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { storeMember } from '../members';
import { takeEvidence } from '../review/evidence';
import { memberEventFacts, memberForStaff, standingAnswer, wrongStanding } from './moves';

/** Records a reminder with its evidence, as a file where the rule asks for one: without it nobody is ever deemed to have resigned. */
export const remindMember = useCase(membership.remindMember, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.remind' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const member = await memberForStaff(tx, actor, input);
    if (!mayDo(member.standing, 'certificateInForce')) throw wrongStanding(member);
    const { channel, text, evidence, file } = input;
    const needsFile = (await rulesOf(db, now))(reminderFiles).value.includes(channel);
    if (needsFile && file === undefined) throw new AppError('request.invalid', { fields: { file: 'required' } });
    await takeEvidence(context, { file }, member.person);
    const reminded = await storeMember(tx, {
      ...member,
      reminders: [...(member.reminders ?? []), { at: now, by: actor.id, channel }],
      reminderTexts: [...(member.reminderTexts ?? []), { text, evidence, ...(file && { file }) }],
    });
    tx.emit({ type: 'member.reminded', ...memberEventFacts(reminded) });
    return standingAnswer(reminded);
  },
});
