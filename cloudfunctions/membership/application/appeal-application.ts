import { endOfWorkingDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { calendar } from '../../../shared/rules/calendar';
import { appealWorkingDays } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { moved, ownApplication, store } from '../moves';
import { reviewersOf } from '../policies';
import { canAppeal } from '../rejections';
import { freeIdentityFrom } from '../reservations';
import { presentApplication } from './application-view';

/**
 * Appeals against a rejection: once, in time, and not after another application was begun. Meanwhile the identity stays
 * reserved; somebody who had no part in the review decides.
 */
export const appealApplication = useCase(membership.appealApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.appeal' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const application = await ownApplication(tx, actor, input);
    const rule = await rulesOf(db, now);
    const dueAt = endOfWorkingDay(now, rule(appealWorkingDays).value, rule(calendar).value);
    const appealed = moved(
      application,
      'appeal',
      { actor, now },
      { appeal: { at: now }, appealReason: input.reason, appealAnswer: undefined, dueAt },
    );
    if (!canAppeal(application, now)) throw new AppError('wrongStatus', { message: '申诉的期限已过，或者已经申诉过一次' });
    const held = await freeIdentityFrom(tx, application.identity, application._id, undefined);
    if (!held) throw new AppError('wrongStatus', { message: '已经另有一份申请在办，不能再申诉' });
    const facts = { dueAt: dueAt.toISOString(), reviewers: reviewersOf(application) };
    return presentApplication(await store(tx, appealed, 'application.appealed', facts), context);
  },
});
