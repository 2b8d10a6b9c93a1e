import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Ends the second review: the application waits for a meeting. */
export const endorseApplication = useCase(membership.endorseApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.endorse' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const endorsed = moved(
      application,
      'endorse',
      { actor, now, note: input.internalNote },
      { secondReviewer: actor.id, dueAt: undefined },
    );
    return movedAnswer(await store(tx, endorsed, 'application.endorsed', { by: actor.id }));
  },
});
