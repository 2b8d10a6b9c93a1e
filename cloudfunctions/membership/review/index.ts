import { command } from '../../platform/reactions';
import type { JournalEvent, ServedContext } from '../../platform/types';
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

const follow = (isUnit: (event: JournalEvent) => boolean) =>
  command('followCompliance', followCompliance, ({ event }) =>
    isUnit(event) && typeof event.member === 'string' ? { memberId: event.member } : undefined,
  );

/** Moves after which a unit is looked up no longer, or again. */
const standingChanges = [
  'member.suspended',
  'member.suspensionEnded',
  'member.reinstated',
  'member.resigned',
  'member.deemedResigned',
  'member.expelled',
  'member.transferred',
] as const;

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
    'member.admitted': [follow(({ kind }) => kind === 'unit')],
    ...Object.fromEntries(standingChanges.map((type) => [type, [follow(({ category }) => typeof category === 'string')]])),
    'member.complianceFollowed': [recheckLine],
  },
};
