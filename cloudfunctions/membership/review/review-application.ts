import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { staffSees } from '../policies';
import { presentReview } from './review-view';

/** One application as staff see it. Another city's looks like a missing one. */
export const reviewApplication = useCase(membership.reviewApplication, {
  async run(context) {
    const { actor, input, db } = context;
    const application = await db.get(applications, input.applicationId, (found) => staffSees(actor, found));
    if (!application) throw new AppError('notFound');
    return presentReview(application, context);
  },
});
