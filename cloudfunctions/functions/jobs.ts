import { serveJobs } from '../jobs';
import { allContexts } from './all-contexts';

export const main = serveJobs(allContexts);
