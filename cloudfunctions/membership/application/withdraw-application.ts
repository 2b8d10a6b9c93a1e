import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { moved, movedAnswer, ownApplication, store } from '../moves';
import { releaseIdentity } from '../reservations';

/** Takes one's own application back, at any time before the meeting has decided it; one entered for somebody with a reason. */
export const withdrawApplication = useCase(membership.withdrawApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.withdraw' }),
  async run({ actor, input, tx, now }) {
    const application = await ownApplication(tx, actor, input);
    const withdrawalReason = input.reason;
    if (application.enteredBy !== undefined && withdrawalReason === undefined)
      throw new AppError('request.invalid', { fields: { reason: 'required' } });
    const withdrawn = moved(
      application,
      'withdraw',
      { actor, now },
      { identity: undefined, dueAt: undefined, ...(withdrawalReason !== undefined && { withdrawalReason }) },
    );
    await releaseIdentity(tx, application.identity, application._id);
    return movedAnswer(await store(tx, withdrawn, 'application.withdrawn'));
  },
});
