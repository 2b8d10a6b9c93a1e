import { membership } from '../../../shared/membership/endpoints';
import { workingDaysLeft } from '../../../shared/membership/review-time';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Gives an application back for correction 退回补正, with a note at each field concerned; the review's clock stops. */
export const returnApplication = useCase(membership.returnApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.return' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const returned = moved(
      application,
      'return',
      { actor, now },
      {
        notes: Object.fromEntries(input.notes.map(({ field, note }) => [field, note])),
        officer: actor.id,
        dueAt: undefined,
        daysLeft: application.dueAt && workingDaysLeft(now, application.dueAt),
      },
    );
    return movedAnswer(await store(tx, returned, 'application.returned', { officer: actor.id }));
  },
});
