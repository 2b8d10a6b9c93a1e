import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Takes up a submitted application for review 受理. */
export const acceptApplication = useCase(membership.acceptApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.accept' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const accepted = moved(application, 'accept', { actor, now }, { officer: actor.id });
    return movedAnswer(
      await store(tx, accepted, 'application.accepted', { dueAt: accepted.dueAt?.toISOString(), officer: actor.id }),
    );
  },
});
