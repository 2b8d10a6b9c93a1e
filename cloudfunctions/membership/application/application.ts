import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { isTheirs } from '../policies';
import { presentApplication } from './application-view';

/** One of the person's own applications, or one that they entered for somebody. */
export const application = useCase(membership.application, {
  async run(context) {
    const { actor, db, input } = context;
    const found = await db.get(applications, input.applicationId, (found) => isTheirs(actor, found));
    if (!found) throw new AppError('notFound');
    return presentApplication(found, context);
  },
});
