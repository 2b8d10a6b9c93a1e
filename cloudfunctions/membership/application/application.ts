import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { presentApplication } from './application-view';
import { theirApplication } from './held';

/** One of the person's own applications, that of their membership, or one that they entered for somebody. */
export const application = useCase(membership.application, {
  async run(context) {
    const { actor, db, input } = context;
    const found = await theirApplication(db, actor, input.applicationId);
    if (!found) throw new AppError('notFound');
    return presentApplication(found, context);
  },
});
