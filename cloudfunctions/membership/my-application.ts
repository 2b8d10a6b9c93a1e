import { membership } from '../../shared/membership/endpoints';
import { useCase } from '../platform/use-case';
import { presentApplication } from './application-view';
import { latestOf } from './applications';

/** The person's own application under way, else their latest. */
export const myApplication = useCase(membership.myApplication, {
  async run(context) {
    const application = await latestOf(context.db, context.actor.id);
    return application ? presentApplication(application, context) : null;
  },
});
