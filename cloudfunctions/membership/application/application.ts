import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { presentApplication } from './application-view';

/** One of the person's own applications. */
export const application = useCase(membership.application, {
  async run(context) {
    const { actor, db, input } = context;
    const found = await db.get(applications, input.applicationId, ({ owner }) => owner === actor.id);
    if (!found) throw new AppError('notFound');
    return presentApplication(found, context);
  },
});
