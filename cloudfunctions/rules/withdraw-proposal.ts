import { rules } from '../../shared/rules/endpoints';
import { useCase } from '../platform/use-case';
import { movedProposal, storeProposal } from './proposals';

/** Takes one's own proposal back while nobody has decided it. */
export const withdrawProposal = useCase(rules.withdrawProposal, {
  journal: (input) => ({ aggregate: `ruleProposals:${input.proposalId}`, action: 'rule.withdraw' }),
  async run(context) {
    return storeProposal(context.tx, await movedProposal(context, context.input.proposalId, 'withdraw'));
  },
});
