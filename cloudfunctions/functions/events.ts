import { eventsContext } from '../events';
import { serve } from '../platform/serve';
import { registrationContext } from '../registration';
import { allContexts } from './all-contexts';

export const main = serve([eventsContext, registrationContext], allContexts);
