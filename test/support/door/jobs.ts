import { serveJobs } from '../../../cloudfunctions/jobs';
import { fixture } from './context';

export const main = serveJobs([fixture]);
