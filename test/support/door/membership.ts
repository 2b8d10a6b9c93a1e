import { serve } from '../../../cloudfunctions/platform/serve';
import { fixture } from './context';

export const main = serve([fixture], [fixture]);
