import type { ServedContext } from '../../platform/types';
import { askConfirmation } from './ask-confirmation';
import { changeRepresentative } from './change-representative';
import { changeRequest } from './change-request';
import { changeRequests } from './change-requests';
import { confirmDetails } from './confirm-details';
import { decideChange } from './decide-change';
import { endApplication } from './end-application';
import { eraseMembership } from './erase-membership';
import { eraseRecord } from './erase-record';
import { followMinutes } from './follow-minutes';
import { forgetRecord } from './forget-record';
import { myDisclosures } from './my-disclosures';
import { myMember } from './my-member';
import { changeReactions } from './reactions';
import { requestChange } from './request-change';
import { retainApplication } from './retain-application';
import { revealMember } from './reveal-member';
import { withdrawChange } from './withdraw-change';

/**
 * What members keep current about themselves, and privacy. Its events carry `{ member, change, city }` (ids and codes):
 * `change.requested` (`kind`, `by`, `reference`), `change.decided` (`decision`, `kind`), `change.withdrawn`;
 * `member.changed` (`fields`, `renamed`: the certificate is to be issued anew), `member.confirmed`, `member.confirmationAsked`
 * (`account`), `member.representativeChanged` (`before`, `account`), `member.revealed` (`by`).
 */
export const changeArea: ServedContext = {
  useCases: [
    myMember,
    requestChange,
    withdrawChange,
    confirmDetails,
    changeRepresentative,
    changeRequests,
    changeRequest,
    decideChange,
    revealMember,
    myDisclosures,
    askConfirmation,
    endApplication,
    forgetRecord,
    eraseMembership,
    eraseRecord,
    followMinutes,
    retainApplication,
  ],
  reactions: changeReactions,
};
