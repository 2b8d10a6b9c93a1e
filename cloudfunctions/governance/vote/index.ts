import type { ServedContext } from '../../platform/types';
import { castVote } from './cast-vote';
import { correctVote } from './correct-vote';
import { decideItem } from './decide-item';
import { recordVote } from './record-vote';
import { replayDecisions } from './replay-decisions';

/** Votes and what they come to. */
export const voteArea: ServedContext = { useCases: [castVote, recordVote, correctVote, decideItem, replayDecisions] };
