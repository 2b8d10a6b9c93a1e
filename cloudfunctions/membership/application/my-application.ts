import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { presentApplication } from './application-view';
import { latestOf } from './held';

/** The person's own application under way, for themself or for a unit, else their latest. */
export const myApplication = useCase(membership.myApplication, {
  async run(context) {
    const application = await latestOf(context.db, context.actor.id, context.input.kind);
    return application ? presentApplication(application, context) : null;
  },
});
