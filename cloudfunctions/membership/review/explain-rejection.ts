import { membership } from '../../../shared/membership/endpoints';
import { appealDays } from '../../../shared/rules/rules';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';
import { daysAfter } from '../rejections';

/** Writes to the applicant why a meeting rejected them. The time to appeal begins anew, as now they know what to answer. */
export const explainRejection = useCase(membership.explainRejection, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.explain' }),
  async run({ actor, input, tx, db, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const rule = await rulesOf(db, now);
    const { rejection } = application;
    const explained = moved(
      application,
      'explain',
      { actor, now, note: input.internalNote },
      {
        explanation: input.reason,
        rejection: rejection && { ...rejection, appealUntil: daysAfter(now, rule(appealDays).value) },
      },
    );
    return movedAnswer(await store(tx, explained, 'application.explained', { by: actor.id }));
  },
});
