import { accountContext } from '../account';
import { serve } from '../platform/serve';
import { rulesContext } from '../rules';
import { allContexts } from './all-contexts';

export const main = serve([accountContext, rulesContext], allContexts);
