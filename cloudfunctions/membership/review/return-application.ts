import { membership } from '../../../shared/membership/endpoints';
import { fieldPaths } from '../../../shared/membership/field-paths';
import { workingDaysLeft } from '../../../shared/membership/review-time';
import { calendar } from '../../../shared/rules/calendar';
import { AppError } from '../../platform/errors';
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
    // A note at a field that the other form has would never be seen.
    const own = fieldPaths(application.kind);
    if (input.notes.some(({ field }) => !own.includes(field)))
      throw new AppError('request.invalid', { fields: { notes: 'field.unknown' } });
    return movedAnswer(await store(tx, returned, 'application.returned', { officer: actor.id }));
  },
});
