import { membership } from '../../../shared/membership/endpoints';
import { workingDaysLeft } from '../../../shared/membership/review-time';
import { calendar } from '../../../shared/rules/calendar';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Gives an application back for correction 退回补正, with a note at each field concerned; the review's clock stops. */
export const returnApplication = useCase(membership.returnApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.return' }),
  async run({ actor, input, tx, db, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const rule = await rulesOf(db, now);
    const returned = moved(
      application,
      'return',
      { actor, now, note: input.internalNote },
      {
        notes: Object.fromEntries(input.notes.map(({ field, note }) => [field, note])),
        officer: actor.id,
        dueAt: undefined,
        daysLeft: application.dueAt && workingDaysLeft(now, application.dueAt, rule(calendar).value),
      },
    );
    return movedAnswer(await store(tx, returned, 'application.returned', { officer: actor.id }));
  },
});
