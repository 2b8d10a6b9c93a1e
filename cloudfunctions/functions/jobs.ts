import { serveJobs } from '../jobs';
import { readNames } from '../membership/register/read-names';
import { makePlannedMoves } from '../membership/standing/make-planned-moves';
import { allContexts } from './all-contexts';

export const main = serveJobs(allContexts, { readNames, makePlannedMoves });
