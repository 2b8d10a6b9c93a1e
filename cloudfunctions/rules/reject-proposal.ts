import { rules } from '../../shared/rules/endpoints';
import { useCase } from '../platform/use-case';
import { movedProposal, storeProposal } from './proposals';

/** Refuses a proposed change, with the reason that its proposer reads. */
export const rejectProposal = useCase(rules.rejectProposal, {
  journal: (input) => ({ aggregate: `ruleProposals:${input.proposalId}`, action: 'rule.reject' }),
  async run(context) {
    const { input, tx } = context;
    const rejected = await movedProposal(context, input.proposalId, 'reject');
    return storeProposal(tx, { ...rejected, reason: input.reason });
  },
});
