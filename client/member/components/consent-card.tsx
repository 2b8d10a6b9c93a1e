import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Failure } from '../../components/failure';
import { Sheet } from '../../components/sheet';
import { StatusTag } from '../../components/status-tag';

type Consent = Output<'account.consents'>['rows'][number];

/** Every read that answers differently with or without a consent. */
const changed = ['account.consents', 'account.home', 'account.me', 'membership.myMember', 'membership.myApplication'] as const;

function WithdrawSheet({ consent, underWay, onClose }: { consent: Consent; underWay: string | null; onClose: () => void }) {
  const withdraw = useCommand('account.withdrawConsent', changed);
  const confirm = async () => {
    if (await withdraw.run({ key: consent.key, endApplication: underWay !== null })) onClose();
  };
  return (
    <Sheet
      title={`撤回“${consent.title}”？`}
      onClose={onClose}
      footer={
        <BottomBar hint="以后可以重新同意">
          <Button kind="secondary" onTap={onClose}>
            先不撤回
          </Button>
          <Button id="confirm-withdraw" kind="danger" busy={withdraw.busy} onTap={() => void confirm()}>
            撤回同意
          </Button>
        </BottomBar>
      }
    >
      <Failure error={withdraw.error} />
      <View>撤回后马上生效：重新同意以前，不能办理申请和会员事项。会籍不因此终止，退会请另行办理。</View>
      {underWay ? <View className="med">{`您的申请 ${underWay} 正在办理，会一并撤回。`}</View> : null}
    </Sheet>
  );
}

/** One text: what was agreed to and when, and how to take it back or agree anew. */
export function ConsentCard({ consent, underWay }: { consent: Consent; underWay: string | null }) {
  const [asking, setAsking] = useState(false);
  const give = useCommand('account.giveConsent', changed);
  const { key, title, text, currentVersion, given, withdrawnAt, can } = consent;
  const since = given ? `${dateForDocuments(given.at)}同意第 ${given.version} 版` : `第 ${currentVersion} 版，还没有同意过`;
  return (
    <Card>
      <View className="stack">
        <View className="between">
          <View className="med">{title}</View>
          {withdrawnAt ? <StatusTag kind="warn">已撤回</StatusTag> : given ? <StatusTag kind="ok">已同意</StatusTag> : null}
        </View>
        <View>{text}</View>
        <View className="sub">{withdrawnAt ? `${dateForDocuments(withdrawnAt)}撤回` : since}</View>
        <Failure error={give.error} />
        {can.give ? (
          <Button
            id={`give-${key}`}
            kind="secondary"
            busy={give.busy}
            onTap={() => void give.run({ key, version: currentVersion })}
          >
            重新同意
          </Button>
        ) : null}
        {can.withdraw ? (
          <Button id={`withdraw-${key}`} kind="quiet" small onTap={() => setAsking(true)}>
            撤回同意
          </Button>
        ) : null}
      </View>
      {asking ? <WithdrawSheet consent={consent} underWay={underWay} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
