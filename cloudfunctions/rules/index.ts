import type { ServedContext } from '../platform/types';
import { approveProposal } from './approve-proposal';
import { ruleReactions } from './due-lines';
import { listRules } from './list-rules';
import { proposeRule } from './propose-rule';
import { reasonTemplates } from './reason-templates';
import { rejectProposal } from './reject-proposal';
import { ruleHistory } from './rule-history';
import { withdrawProposal } from './withdraw-proposal';

export { freshBook, rulesOf } from './book';

/** What the federation's own rules decide: read by every context, changed here, by two people. */
export const rulesContext: ServedContext = {
  useCases: [listRules, ruleHistory, proposeRule, approveProposal, rejectProposal, withdrawProposal, reasonTemplates],
  reactions: ruleReactions,
};
