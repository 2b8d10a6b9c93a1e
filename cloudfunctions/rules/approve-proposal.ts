import { rules } from '../../shared/rules/endpoints';
import type { Transaction } from '../platform/types';
import { useCase } from '../platform/use-case';
import { movedProposal, type RuleProposal, storeProposal } from './proposals';
import { ruleRecords } from './records';

/** Makes a proposal the rule's next version. */
export const approveProposal = useCase(rules.approveProposal, {
  journal: (input) => ({ aggregate: `ruleProposals:${input.proposalId}`, action: 'rule.approve' }),
  async run(context) {
    const proposal = await movedProposal(context, context.input.proposalId, 'approve');
    await addVersion(context.tx, proposal);
    return storeProposal(context.tx, proposal);
  },
});

/** Versions are numbered without gaps: the program is delivered with the first. */
async function addVersion(tx: Transaction, { key, value, effectiveFrom, source }: RuleProposal): Promise<void> {
  const record = await tx.get(ruleRecords, key);
  const known = record?.versions ?? [];
  const versions = [...known, { key, version: known.length + 2, effectiveFrom, source, value }];
  if (record) await tx.replace(ruleRecords, { ...record, versions }, { expecting: record.version });
  else await tx.add(ruleRecords, { _id: key, versions });
}
