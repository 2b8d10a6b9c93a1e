import { command } from '../../platform/reactions';
import type { ServedContext } from '../../platform/types';
import { acceptApplication } from './accept-application';
import { acceptApplications } from './accept-applications';
import { assignCity } from './assign-city';
import { recheckLine } from './compliance-due';
import { decideAppeal } from './decide-appeal';
import { endorseApplication } from './endorse-application';
import { explainRejection } from './explain-rejection';
import { followCompliance } from './follow-compliance';
import { listApplications } from './list-applications';
import { markApplication } from './mark-application';
import { memberCompliance } from './member-compliance';
import { recheckCompliance } from './recheck-compliance';
import { recommendApplication } from './recommend-application';
import { recordCompliance } from './record-compliance';
import { returnApplication } from './return-application';
import { revealPerson } from './reveal-person';
import { reviewApplication } from './review-application';
import { sendBackApplication } from './send-back-application';

/** What officers do with applications. */
export const reviewArea: ServedContext = {
  useCases: [
    listApplications,
    reviewApplication,
    acceptApplication,
    returnApplication,
    recommendApplication,
    endorseApplication,
    sendBackApplication,
    revealPerson,
    acceptApplications,
    markApplication,
    assignCity,
    explainRejection,
    decideAppeal,
    recordCompliance,
    recheckCompliance,
    memberCompliance,
    followCompliance,
  ],
  reactions: {
    'member.admitted': [
      command('followCompliance', followCompliance, ({ event }) =>
        event.kind === 'unit' && typeof event.member === 'string' ? { memberId: event.member } : undefined,
      ),
    ],
    'member.complianceFollowed': [recheckLine],
  },
};
