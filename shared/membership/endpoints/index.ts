import { endpoints } from '../../contract/endpoint';
import { applicationEndpoints } from './application';
import { assistEndpoints } from './assist';
import { certificateEndpoints } from './certificate';
import { changeEndpoints } from './change';
import { claimEndpoints } from './claim';
import { invitationEndpoints } from './invitation';
import { registerEndpoints } from './register';
import { reviewEndpoints } from './review';

export { MeasureView, StandingView } from './standing';

import { standingEndpoints } from './standing';

export { ApplicationView } from './application';
export { Checklist, ChecklistView } from './checklist';
export type { ClaimSummary, ClaimView, OwnClaim } from './claim';
export type { AttachmentView } from './common';
export { ComplianceView } from './compliance';
export { ApplicationSummary, ReviewView } from './review';

/** Everything that membership answers, one file for each area. */
export const membership = endpoints('membership', {
  ...applicationEndpoints,
  ...reviewEndpoints,
  ...certificateEndpoints,
  ...claimEndpoints,
  ...assistEndpoints,
  ...invitationEndpoints,
  ...registerEndpoints,
  ...standingEndpoints,
  ...changeEndpoints,
});
