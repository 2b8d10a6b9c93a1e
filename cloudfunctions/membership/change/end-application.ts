import { moveOf } from '../../../shared/lifecycle';
import { membership } from '../../../shared/membership/endpoints';
import { applicationLifecycle } from '../../../shared/membership/lifecycle';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { moved, store } from '../moves';
import { releaseIdentity } from '../reservations';

/** Ends an application because its owner took back their consent; one that ended meanwhile stays as it is. */
export const endApplication = useCase(membership.endApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.withdraw' }),
  async run({ actor, input, tx, now }) {
    const application = await tx.get(applications, input.applicationId);
    if (!application) throw new AppError('notFound');
    if (!moveOf(applicationLifecycle, application.state, 'withdraw')) return { ended: false };
    const withdrawn = moved(application, 'withdraw', { actor, now }, { identity: undefined, dueAt: undefined });
    await releaseIdentity(tx, application.identity, application._id);
    await store(tx, withdrawn, 'application.withdrawn');
    return { ended: true };
  },
});
