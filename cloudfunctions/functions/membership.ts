import { governanceContext } from '../governance';
import { membershipContext } from '../membership';
import { serve } from '../platform/serve';
import { allContexts } from './all-contexts';

export const main = serve([membershipContext, governanceContext], allContexts);
