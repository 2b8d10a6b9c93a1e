import { merged } from '../platform/contexts';
import type { ServedContext } from '../platform/types';
import { applicationArea } from './application';
import { assistArea } from './assist';
import { certificateArea } from './certificate';
import { changeArea } from './change';
import { claimArea } from './claim';
import { invitationArea } from './invitation';
import { registerArea } from './register';
import { reviewArea } from './review';
import { standingArea } from './standing';

export { filesInUse, filesOfOthers } from './change/files-in-use';
export { consentsGiven, type DataSection, lastingMembership, personalHistory, personalRecords } from './change/personal';
export type { ApplicationFacts, MeasureFacts, MemberFacts, OwnApplication } from './for-governance';
export { applicationFacts, measureFacts, memberFacts, ownApplication, registrantFacts } from './published';

/** 申请 → 审查 → 会议讨论 → 颁发证书, less the meeting, which is governance's; and the register of members that comes of it. */
export const membershipContext: ServedContext = merged(
  applicationArea,
  reviewArea,
  certificateArea,
  claimArea,
  assistArea,
  invitationArea,
  registerArea,
  standingArea,
  changeArea,
);
