import type { ServedContext } from '../../platform/types';
import { answerMeasure } from './answer-measure';
import { applyPlannedMove } from './apply-planned-move';
import { concludeMeasure } from './conclude-measure';
import { followMeasure } from './follow-measure';
import { lapseMeasure } from './lapse-measure';
import { liftWarning } from './lift-warning';
import { listMeasures } from './list-measures';
import { myStanding } from './my-standing';
import { proposeMeasure } from './propose-measure';
import { standingReactions } from './reactions';
import { recordDeath } from './record-death';
import { remindMember } from './remind-member';
import { resign } from './resign';
import { settleResignation } from './settle-resignation';
import { transferOut } from './transfer-out';
import { warnMember } from './warn-member';
import { withdrawMeasure } from './withdraw-measure';

/** Standing of members: warnings, measures decided by a meeting, resignation. */
export const standingArea: ServedContext = {
  useCases: [
    myStanding,
    warnMember,
    liftWarning,
    recordDeath,
    transferOut,
    remindMember,
    proposeMeasure,
    listMeasures,
    withdrawMeasure,
    answerMeasure,
    resign,
    settleResignation,
    applyPlannedMove,
    followMeasure,
    concludeMeasure,
    lapseMeasure,
  ],
  reactions: standingReactions,
};
