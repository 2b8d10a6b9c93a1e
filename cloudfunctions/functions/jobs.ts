import { serveJobs } from '../jobs';
import { readNames } from '../membership/register/read-names';
import { allContexts } from './all-contexts';

export const main = serveJobs(allContexts, { readNames });
