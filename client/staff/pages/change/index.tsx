import { dateInWords, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { fieldLabels } from '@shared/labels';
import { changeKindLabels, changeStateLabels } from '@shared/membership/change-labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { openFile } from '../../../cloud/open-file';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { ReasonSheet } from '../../components/reason-sheet';
import { RevealedMember } from '../../components/revealed-member';

type Change = Output<'membership.changeRequest'>;

const changed = ['membership.changeRequest', 'membership.changeRequests', 'account.workbench', 'account.home'] as const;
const conflictTexts = {
  own: '这是您本人或您单位的变更，按规定应当回避。',
  entered: '这项变更由您录入，须由另一位工作人员核对。',
} as const;

function Facts({ change }: { change: Change }) {
  const { evidenceUrl } = change;
  return (
    <>
      <Section title="原来的和新的">
        {change.changes.map(({ field, before, after }) => (
          <Card key={field}>
            <View className="stack">
              <View className="med">{fieldLabels[field] ?? field}</View>
              <KeyValue
                facts={[
                  ['原来', before || '未填'],
                  ['改为', after || '未填'],
                ]}
              />
            </View>
          </Card>
        ))}
        {change.can.reveal ? <RevealedMember memberId={change.memberId} changeId={change.id} /> : null}
      </Section>
      <Section title="依据">
        <Card>
          <View className="stack">
            <KeyValue
              facts={[
                ['提交人', change.by],
                ['提交时间', momentInWords(change.at)],
                ['原因', change.reason ?? '没有写'],
              ]}
            />
            {evidenceUrl ? (
              <Button id="evidence" kind="quiet" small icon="file" onTap={() => void openFile(evidenceUrl)}>
                查看证明材料
              </Button>
            ) : (
              <View className="sub">没有附证明材料</View>
            )}
          </View>
        </Card>
      </Section>
    </>
  );
}

function ChangeScreen({ change }: { change: Change }) {
  const [rejecting, setRejecting] = useState(false);
  const close = useCallback(() => setRejecting(false), []);
  const decide = useCommand('membership.decideChange', changed);
  const by = { changeId: change.id, version: change.version };
  const reject = async (reason: string) => {
    if (await decide.run({ ...by, decision: 'reject', reason })) close();
  };
  const { decision, conflict } = change;
  const footer = change.can.approve ? (
    <BottomBar
      hint={change.kind === 'representative' ? '通过后由新代表接手，原代表不能再办理' : '通过后马上生效，会员会收到消息'}
    >
      <Button id="reject-change" kind="secondary" onTap={() => setRejecting(true)}>
        不予通过
      </Button>
      <Button id="approve-change" busy={decide.busy} onTap={() => void decide.run({ ...by, decision: 'approve' })}>
        核对通过
      </Button>
    </BottomBar>
  ) : undefined;
  return (
    <Page title="会员信息变更" isPrivate footer={footer}>
      {rejecting ? null : <Failure error={decide.error} />}
      <View className="stack-s">
        <StatusTag kind={change.state === 'open' ? 'info' : 'plain'}>{changeStateLabels[change.state]}</StatusTag>
        <Heading level={1}>{`${change.memberName}：${changeKindLabels[change.kind]}`}</Heading>
        <View className="sub num">{`${change.memberNumber}　${change.reference}`}</View>
      </View>
      {conflict ? <Notice kind="warn">{conflictTexts[conflict]}</Notice> : null}
      <Facts change={change} />
      {decision ? (
        <Notice>{`${dateInWords(decision.at)}由${decision.by}办理${decision.reason ? `：${decision.reason}` : ''}`}</Notice>
      ) : null}
      {rejecting ? (
        <ReasonSheet
          title="不予通过"
          action="不予通过"
          label="给会员看的原因"
          templates="change"
          consequence="会员能看到原因，可以改好再提交"
          maxLength={300}
          onClose={close}
          busy={decide.busy}
          failure={decide.error?.message}
          onConfirm={(reason) => void reject(reason)}
        />
      ) : null}
    </Page>
  );
}

/** A change that matters, with the evidence, to be decided. */
export default function ChangePage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry } = useCall('membership.changeRequest', { changeId: id ?? '' });
  if (data) return <ChangeScreen key={data.state} change={data} />;
  return (
    <Page title="会员信息变更" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={4} />}
    </Page>
  );
}
