import { complianceChecks } from '@shared/membership/compliance';
import { useCommand } from '../../cloud/use-command';
import type { Review } from '../review-facts';
import type { ComplianceLine } from './compliance';
import type { Step } from './steps';

const changed = ['membership.reviewApplication', 'membership.applications', 'account.workbench', 'account.home'] as const;

/** What may lie over the page. */
export type Open = 'return' | 'sendBack' | Step | ComplianceLine['check'];
export const isLookUp = (open: Open): open is ComplianceLine['check'] => complianceChecks.some((check) => check === open);

/** Everything an officer can do with one application, as the server allows it. */
export function useDecisions(review: Review) {
  const accept = useCommand('membership.acceptApplication', changed);
  const recommend = useCommand('membership.recommendApplication', changed);
  const sendBack = useCommand('membership.sendBackApplication', changed);
  const returning = useCommand('membership.returnApplication', changed);
  const endorse = useCommand('membership.endorseApplication', changed);
  const record = useCommand('membership.recordCompliance', changed);
  const error = accept.error ?? recommend.error ?? endorse.error;
  return {
    accept,
    recommend,
    sendBack,
    returning,
    endorse,
    record,
    error,
    by: { applicationId: review.id, version: review.version },
  };
}

export interface ScreenProps {
  review: Review;
  decisions: ReturnType<typeof useDecisions>;
}
