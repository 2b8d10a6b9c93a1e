import type { ServedContext } from '../../platform/types';
import { callBack } from './call-back';
import { claim } from './claim';
import { claimRecord } from './claim-record';
import { confirmClaim } from './confirm-claim';
import { listClaims } from './list-claims';
import { myClaim } from './my-claim';
import { claimReactions } from './reactions';
import { rejectClaim } from './reject-claim';
import { removeClaim } from './remove-claim';

/** Existing members claim their record; a new phone or WeChat account takes over from an old one. */
export const claimArea: ServedContext = {
  useCases: [claimRecord, myClaim, listClaims, claim, confirmClaim, callBack, rejectClaim, removeClaim],
  reactions: claimReactions,
};
