import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Gives an application back to the first review, with a reason that the applicant does not see. */
export const sendBackApplication = useCase(membership.sendBackApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.sendBack' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const sentBack = moved(application, 'sendBack', { actor, now, note: input.internalNote }, { sendBackReason: input.reason });
    return movedAnswer(
      await store(tx, sentBack, 'application.sentBack', {
        dueAt: sentBack.dueAt?.toISOString(),
        officer: application.officer,
        by: actor.id,
      }),
    );
  },
});
