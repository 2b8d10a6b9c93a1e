import { command } from '../platform/reactions';
import type { JournalEvent, Reaction, ServedContext } from '../platform/types';
import { acceptApplication } from './accept-application';
import { application } from './application';
import { attachPhoto, removeReplacedPhoto } from './attach-photo';
import { concludeApplication } from './conclude-application';
import { endorseApplication } from './endorse-application';
import { followAgenda } from './follow-agenda';
import { listApplications } from './list-applications';
import { listDisclosures } from './list-disclosures';
import { myApplication } from './my-application';
import { myCertificate } from './my-certificate';
import { recommendApplication } from './recommend-application';
import { returnApplication } from './return-application';
import { revealPerson } from './reveal-person';
import { reviewApplication } from './review-application';
import { saveDraft } from './save-draft';
import { sendBackApplication } from './send-back-application';
import { startApplication } from './start-application';
import { submitApplication } from './submit-application';
import { verifyCertificate } from './verify-certificate';
import { withdrawApplication } from './withdraw-application';

export type { ApplicationFacts, MemberFacts, OwnApplication } from './for-governance';
export { applicationFacts, memberFacts, ownApplication } from './published';

const text = (event: JournalEvent, field: string) => String(event[field] ?? '');

const onAgenda = (action: 'schedule' | 'unschedule'): Reaction =>
  command('followAgenda', followAgenda, ({ event }) => ({
    applicationId: text(event, 'application'),
    meetingId: text(event, 'meeting'),
    itemId: text(event, 'item'),
    action,
    meetingTitle: text(event, 'meetingTitle'),
    meetingAt: text(event, 'meetingAt'),
  }));

const onDecision: Reaction = command('concludeApplication', concludeApplication, ({ event }) => ({
  applicationId: text(event, 'application'),
  itemId: text(event, 'item'),
  outcome: event.outcome === 'passed' ? ('passed' as const) : ('notPassed' as const),
  resolution: text(event, 'resolution'),
  decidedAt: text(event, 'decidedAt'),
}));

/** 申请 → 审查 → 会议讨论 → 颁发证书, less the meeting, which is governance's. */
export const membershipContext: ServedContext = {
  useCases: [
    startApplication,
    saveDraft,
    attachPhoto,
    submitApplication,
    withdrawApplication,
    myApplication,
    application,
    myCertificate,
    verifyCertificate,
    listApplications,
    reviewApplication,
    acceptApplication,
    returnApplication,
    recommendApplication,
    endorseApplication,
    sendBackApplication,
    revealPerson,
    listDisclosures,
    concludeApplication,
    followAgenda,
  ],
  reactions: {
    'agenda.scheduled': [onAgenda('schedule')],
    'agenda.unscheduled': [onAgenda('unschedule')],
    'agendaItem.decided': [onDecision],
    'photo.replaced': [removeReplacedPhoto],
  },
};
