import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Marks an applicant as strongly representative, or takes the mark off; the reason stays among staff. */
export const markApplication = useCase(membership.markApplication, {
  journal: (input) => ({
    aggregate: `applications:${input.applicationId}`,
    action: input.marked ? 'application.mark' : 'application.unmark',
  }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const step = { actor, now, note: input.reason };
    const marked = input.marked
      ? moved(application, 'mark', step, { marked: { by: actor.id, at: now } })
      : moved(application, 'unmark', step, { marked: undefined });
    return movedAnswer(await store(tx, marked, input.marked ? 'application.marked' : 'application.unmarked'));
  },
});
