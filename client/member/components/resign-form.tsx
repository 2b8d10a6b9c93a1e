import type { Output } from '@shared/endpoints';
import { memberKindLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { KeyValue } from '../../components/key-value';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';

type DataChoice = 'keep' | 'erase';

interface ResignFormProps {
  standing: Output<'membership.myStanding'>;
  onResigned: (resigned: Output<'membership.resign'>) => void;
}

const changed = [
  'membership.myStanding',
  'membership.myMember',
  'membership.myCertificate',
  'account.home',
  'account.me',
] as const;

const choices = [
  { value: 'keep', label: '按保存期限保留', hint: '以后重新申请时，能证明您曾经是会员' },
  { value: 'erase', label: '到期尽快删除', hint: '只留下会员编号和起止日期' },
] as const;

/** What leaving means, what one may add, and the deliberate confirmation. */
export function ResignForm({ standing, onResigned }: ResignFormProps) {
  const [reason, setReason] = useState('');
  const [dataChoice, setDataChoice] = useState<DataChoice>('keep');
  const [asking, setAsking] = useState(false);
  const resign = useCommand('membership.resign', changed);
  const confirm = async () => {
    const input = { memberId: standing.memberId, dataChoice, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const resigned = await resign.run(input);
    if (resigned) onResigned(resigned);
  };
  return (
    <Page
      title="退会"
      isPrivate
      footer={
        <BottomBar hint="下一步再确认一次">
          <Button id="resign" kind="danger" onTap={() => setAsking(true)}>
            提出退会
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{standing.kind === 'unit' ? `代表${standing.name}退会` : '退会'}</Heading>
      <Card>
        <KeyValue
          facts={[
            ['会员', `${standing.name}（${memberKindLabels[standing.kind] ?? standing.kind}）`],
            ['会员编号', <View className="num">{standing.number}</View>],
          ]}
        />
      </Card>
      <Notice kind="warn">退会是一份通知：交出马上生效，不用谁批准。证书同时失效，编号不再使用；想回来要重新申请。</Notice>
      <Field name="dataChoice" label="您的资料怎么办">
        <Choice value={dataChoice} options={choices} onChange={(value) => setDataChoice(value as DataChoice)} />
      </Field>
      <Field name="reason" label="为什么退会" help="写不写都可以，帮我们改进" optional>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {asking ? (
        <Sheet
          title="现在退会？"
          onClose={() => setAsking(false)}
          footer={
            <BottomBar hint="马上生效，不能撤回">
              <Button kind="secondary" onTap={() => setAsking(false)}>
                先不退
              </Button>
              <Button id="confirm-resign" kind="danger" busy={resign.busy} onTap={() => void confirm()}>
                确认退会
              </Button>
            </BottomBar>
          }
        >
          {resign.error ? (
            <Notice kind="danger" announce>
              {resign.error.message}
            </Notice>
          ) : null}
          <View>{`会员 ${standing.number} 将退会，证书从这一刻起失效。`}</View>
        </Sheet>
      ) : null}
    </Page>
  );
}
