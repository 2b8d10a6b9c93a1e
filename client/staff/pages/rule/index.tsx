import { dateForDocuments } from '@shared/dates';
import { pages } from '@shared/pages';
import { valueInWords } from '@shared/rules/words';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { Timeline } from '../../../components/timeline';
import { openPage } from '../../../open-page';
import { ReasonSheet } from '../../components/reason-sheet';
import { Lines, type Proposal, ProposalCard } from '../../rules/proposal-card';
import { ProposeSheet } from '../../rules/propose-sheet';

const reads = ['rules.rule', 'rules.rules', 'account.workbench'] as const;

/** One deliberate confirmation: the change as it will be. */
function ApproveSheet({ lines, proposal, onClose }: { lines: readonly string[]; proposal: Proposal; onClose: () => void }) {
  const approve = useCommand('rules.approveProposal', reads);
  const confirm = async () => {
    if (await approve.run({ proposalId: proposal.id })) onClose();
  };
  const footer = (
    <BottomBar hint={`${dateForDocuments(proposal.effectiveFrom)}起施行；此前办理的事仍按原来的规则`}>
      <Button id="confirm" busy={approve.busy} onTap={() => void confirm()}>
        批准修改
      </Button>
    </BottomBar>
  );
  return (
    <Sheet title="批准这项修改？" onClose={onClose} footer={footer}>
      {approve.error ? (
        <Notice kind="danger" announce>
          {approve.error.message}
        </Notice>
      ) : null}
      <KeyValue
        facts={[
          ['改为', <Lines key="value" lines={lines} />],
          ['依据', proposal.source],
          ['理由', proposal.note],
        ]}
      />
    </Sheet>
  );
}

function RejectSheet({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const reject = useCommand('rules.rejectProposal', reads);
  const confirm = async (reason: string) => {
    if (await reject.run({ proposalId: proposal.id, reason })) onClose();
  };
  return (
    <ReasonSheet
      title="不批准这项修改"
      action="不批准"
      consequence="提出的人会看到理由"
      label="理由"
      maxLength={300}
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      busy={reject.busy}
      failure={reject.error?.message}
    />
  );
}

/** A rule: what holds, who proposes what, every version with its source. */
export default function RulePage() {
  const key = Taro.getCurrentInstance().router?.params.key ?? '';
  const answer = useCall('rules.rule', { key }, { enabled: key !== '' });
  const [sheet, setSheet] = useState<'propose' | 'approve' | 'reject'>();
  const withdraw = useCommand('rules.withdrawProposal', reads);
  const rule = answer.data;
  const close = () => setSheet(undefined);
  const newest = rule?.versions[0];
  const open = rule?.proposals.find(({ state }) => state === 'open');
  const primary = open?.can.approve ? (
    <Button id="approve" onTap={() => setSheet('approve')}>
      批准修改
    </Button>
  ) : rule?.can.propose ? (
    <Button id="change" onTap={() => setSheet('propose')}>
      提出修改
    </Button>
  ) : undefined;
  return (
    <Page title="规则" isPrivate busy={answer.loading} footer={primary ? <BottomBar>{primary}</BottomBar> : undefined}>
      <Heading level={1}>{rule?.title ?? '规则'}</Heading>
      <OfflineNotice savedAt={answer.savedAt} />
      {answer.loading ? <Skeleton kind="card" count={2} /> : null}
      {answer.error && !rule ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {withdraw.error ? <Notice kind="danger">{withdraw.error.message}</Notice> : null}
      {rule ? (
        <Card>
          <KeyValue
            facts={[
              ['现行', <Lines key="value" lines={valueInWords(rule.measure, rule.inForce.value)} />],
              ['依据', rule.inForce.source],
              ['施行日期', dateForDocuments(rule.inForce.effectiveFrom)],
              ['版本', `第 ${rule.inForce.version} 版`],
            ]}
          />
        </Card>
      ) : null}
      {rule && rule.proposals.length > 0 ? (
        <Section title="修改">
          {rule.proposals.map((proposal) => (
            <ProposalCard
              key={proposal.id}
              rule={rule}
              proposal={proposal}
              busy={withdraw.busy}
              onReject={() => setSheet('reject')}
              onWithdraw={() => void withdraw.run({ proposalId: proposal.id })}
            />
          ))}
        </Section>
      ) : null}
      {rule ? (
        <Section title="各个版本">
          <Card>
            <Timeline
              steps={rule.versions.map(({ version, effectiveFrom, source, value }) => ({
                key: String(version),
                state: version === rule.inForce.version ? 'now' : version < rule.inForce.version ? 'done' : 'todo',
                title: `第 ${version} 版`,
                status: `${dateForDocuments(effectiveFrom)}起`,
                detail: `${valueInWords(rule.measure, value).slice(0, 3).join('；')}　${source}`,
              }))}
            />
          </Card>
        </Section>
      ) : null}
      {rule?.can.replay && newest ? (
        <Button id="to-replay" kind="quiet" small onTap={() => openPage(pages.replay(rule.key, newest.version))}>
          {`按第 ${newest.version} 版复核历次表决`}
        </Button>
      ) : null}
      {rule && sheet === 'propose' ? <ProposeSheet rule={rule} onClose={close} /> : null}
      {rule && open && sheet === 'approve' ? (
        <ApproveSheet lines={valueInWords(rule.measure, open.value)} proposal={open} onClose={close} />
      ) : null}
      {open && sheet === 'reject' ? <RejectSheet proposal={open} onClose={close} /> : null}
    </Page>
  );
}
