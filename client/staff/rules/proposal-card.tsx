import { dateForDocuments, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { proposalStateLabels } from '@shared/rules/labels';
import { valueInWords } from '@shared/rules/words';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { StatusTag, type TagKind } from '../../components/status-tag';

type Rule = Output<'rules.rule'>;
export type Proposal = Rule['proposals'][number];

const kinds: Readonly<Record<string, TagKind>> = { open: 'info', approved: 'ok', rejected: 'danger', withdrawn: 'plain' };

/** Lines of a value, one under the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </>
  );
}

interface ProposalCardProps {
  rule: Rule;
  proposal: Proposal;
  onReject: () => void;
  onWithdraw: () => void;
  busy: boolean;
}

/** What somebody wants to change, why, and what became of it. */
export function ProposalCard({ rule, proposal, onReject, onWithdraw, busy }: ProposalCardProps) {
  const { state, value, effectiveFrom, source, note, by, at, decidedBy, decidedAt, reason, can } = proposal;
  const late = state === 'open' && Date.parse(proposal.approveBefore) < Date.now();
  return (
    <Card>
      <View className="stack">
        <StatusTag kind={kinds[state] ?? 'plain'}>{proposalStateLabels[state] ?? state}</StatusTag>
        <KeyValue
          facts={[
            ['改为', <Lines key="value" lines={valueInWords(rule.measure, value)} />],
            ['施行日期', dateForDocuments(effectiveFrom)],
            ['依据', source],
            ['理由', note],
            ['提出', `${by}，${momentInWords(at)}`],
            ['审批期限', state === 'open' ? momentInWords(proposal.approveBefore) : ''],
            ['办理', decidedAt ? `${decidedBy ?? ''}，${momentInWords(decidedAt)}` : ''],
            ['未批准的理由', reason],
          ]}
        />
        {late ? <View className="cap">已过审批期限，不能再批准；请撤回或不批准，换一个施行日期。</View> : null}
        {can.reject ? (
          <Button id="reject" kind="secondary" busy={busy} onTap={onReject}>
            不批准
          </Button>
        ) : null}
        {can.withdraw ? (
          <Button id="withdraw" kind="secondary" busy={busy} onTap={onWithdraw}>
            撤回修改
          </Button>
        ) : null}
      </View>
    </Card>
  );
}
