import { sweepNotes } from '../account/privacy/sweep-notes';
import { sweepUploads } from '../account/privacy/sweep-uploads';
import { serveJobs } from '../jobs';
import { askForConfirmations, keepApplications, keepMembers } from '../membership/change/keep-records';
import { readNames } from '../membership/register/read-names';
import { makePlannedMoves } from '../membership/standing/make-planned-moves';
import { tendRegistrations } from '../registration/tend-registrations';
import { allContexts } from './all-contexts';

export const main = serveJobs(allContexts, {
  tendRegistrations,
  readNames,
  makePlannedMoves,
  keepApplications,
  keepMembers,
  askForConfirmations,
  sweepUploads,
  sweepNotes,
});
