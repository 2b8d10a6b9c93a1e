import { membership } from '../../../shared/membership/endpoints';
import { complianceDays } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';
import { categoryOf } from '../policies';
import { checklistProblems, evidenceOf } from './checklists';
import { complianceProblems } from './compliance-entries';
import { takeEvidence } from './evidence';

/**
 * Ends the first review with a checklist, whole for the applicant's category, and an opinion; a unit's look-ups must be at
 * hand and recent. Another person reviews after.
 */
export const recommendApplication = useCase(membership.recommendApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.recommend' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const application = await applicationForStaff(tx, actor, input);
    const { checklist, opinion } = input;
    const rule = await rulesOf(db, now);
    const recommended = moved(
      application,
      'recommend',
      { actor, now, note: input.internalNote },
      {
        checklist,
        opinion,
        officer: actor.id,
        firstReviewer: actor.id,
        sendBackReason: undefined,
      },
    );
    const category = categoryOf(application);
    const problems = {
      ...checklistProblems(category, checklist),
      ...complianceProblems(category, application.compliance, rule(complianceDays).value, now),
    };
    if (Object.keys(problems).length > 0) throw new AppError('request.invalid', { fields: problems });
    const known = Object.values(evidenceOf(application.checklist)).flatMap((file) => file ?? []);
    await takeEvidence(context, evidenceOf(checklist), application.owner, known);
    return movedAnswer(
      await store(tx, recommended, 'application.recommended', {
        dueAt: recommended.dueAt?.toISOString(),
        firstReviewer: actor.id,
      }),
    );
  },
});
