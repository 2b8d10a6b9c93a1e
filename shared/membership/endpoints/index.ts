import { endpoints } from '../../contract/endpoint';
import { applicationEndpoints } from './application';
import { certificateEndpoints } from './certificate';
import { changeEndpoints } from './changes';
import { claimEndpoints } from './claims';
import { memberEndpoints } from './members';
import { reviewEndpoints } from './review';
import { standingEndpoints } from './standing';

export { ApplicationView } from './application';
export { CertificateView } from './certificate';
export { ApplicationSummary, Checklist, ReviewView } from './review';

/** Everything that membership answers, one file for each area. */
export const membership = endpoints('membership', {
  ...applicationEndpoints,
  ...reviewEndpoints,
  ...certificateEndpoints,
  ...claimEndpoints,
  ...memberEndpoints,
  ...standingEndpoints,
  ...changeEndpoints,
});
