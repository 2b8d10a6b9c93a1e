import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { moved, movedAnswer, ownApplication, store } from '../moves';
import { releaseIdentity } from '../reservations';

/** Takes one's own application back, at any time before the meeting has decided it. */
export const withdrawApplication = useCase(membership.withdrawApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.withdraw' }),
  async run({ actor, input, tx, now }) {
    const application = await ownApplication(tx, actor, input);
    const withdrawn = moved(application, 'withdraw', { actor, now }, { identity: undefined, dueAt: undefined });
    await releaseIdentity(tx, application.identity, application._id);
    return movedAnswer(await store(tx, withdrawn, 'application.withdrawn'));
  },
});
