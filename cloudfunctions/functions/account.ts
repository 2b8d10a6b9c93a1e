import { accountContext } from '../account';
import { serve } from '../platform/serve';
import { allContexts } from './all-contexts';

export const main = serve([accountContext], allContexts);
