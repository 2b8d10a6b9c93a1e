import { dateInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { View } from '@tarojs/components';
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
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { grantWords } from '../../../roles';
import { DelegateSheet } from '../../components/delegate-sheet';

type Delegation = Output<'account.delegations'>['given'][number];

/** The last day of a period that ends at the first instant of the next one. */
const lastDay = (ends: string) => dateInWords(Date.parse(ends) - 1);

function DelegationCard({ one, title, onEnd }: { one: Delegation; title: string; onEnd: () => void }) {
  return (
    <Card>
      <View className="stack">
        <StatusTag kind={one.state === 'running' ? 'ok' : 'line'}>{one.state === 'running' ? '正在代班' : '还没开始'}</StatusTag>
        <KeyValue
          facts={[
            [title, one.name],
            ['时间', `${dateInWords(one.begins)}—${lastDay(one.ends)}`],
            ['原因', one.reason],
          ]}
        />
        {one.can.end ? (
          <Button id={`end-${one.id}`} kind="secondary" label={`提前结束和${one.name}的代班`} onTap={onEnd}>
            提前结束
          </Button>
        ) : null}
      </View>
    </Card>
  );
}

function EndSheet({ one, onClose }: { one: Delegation; onClose: () => void }) {
  const end = useCommand('account.endDelegation', ['account.delegations', 'account.workbench', 'account.home']);
  const confirm = async () => {
    if (await end.run({ delegationId: one.id })) onClose();
  };
  const footer = (
    <BottomBar hint="马上生效；已经办好的事仍然有效">
      <Button id="confirm" busy={end.busy} onTap={() => void confirm()}>
        提前结束代班
      </Button>
    </BottomBar>
  );
  return (
    <Sheet title={`结束和${one.name}的代班？`} onClose={onClose} footer={footer}>
      {end.error ? (
        <Notice kind="danger" announce>
          {end.error.message}
        </Notice>
      ) : null}
      <View>对方会收到消息。</View>
    </Sheet>
  );
}

/** Who stands in for this person during an absence, and for whom they stand in. */
export default function DelegationPage() {
  const answer = useCall('account.delegations', {});
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  const { given, received, roles, can } = answer.data ?? { given: [], received: [], roles: [], can: {} };
  const words = roles.map(grantWords).join('、');
  const footer = can.delegate ? (
    <BottomBar>
      <Button id="delegate" onTap={() => setAsking(true)}>
        请人代班
      </Button>
    </BottomBar>
  ) : undefined;
  const list = (title: string, who: string, rows: readonly Delegation[]) =>
    rows.length > 0 ? (
      <Section title={title}>
        {rows.map((one) => (
          <DelegationCard key={one.id} one={one} title={who} onEnd={() => setEnding(one)} />
        ))}
      </Section>
    ) : null;
  return (
    <Page title="代班" isPrivate busy={answer.loading} footer={footer}>
      <Heading level={1}>代班</Heading>
      <OfflineNotice savedAt={answer.savedAt} />
      {answer.loading ? <Skeleton kind="card" count={1} /> : null}
      {answer.error && !answer.data ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {list('谁在替我', '代班人', given)}
      {list('我在替谁', '外出的同事', received)}
      {answer.data && given.length + received.length === 0 ? (
        <EmptyState
          title="现在没有代班"
          why={can.delegate ? '外出、休假时，可以请一位同事代您办事，到期自动结束。' : '有同事请您代班时，会显示在这里。'}
        />
      ) : null}
      {asking ? <DelegateSheet roles={words} onClose={() => setAsking(false)} /> : null}
      {ending ? <EndSheet one={ending} onClose={() => setEnding(undefined)} /> : null}
    </Page>
  );
}
