import { dateForDocuments } from '@shared/dates';
import { fieldLabels } from '@shared/labels';
import { changeKindLabels } from '@shared/membership/change-labels';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import type { MemberView } from '../words';

/** What waits for staff; it can be taken back until they have decided. */
export function OpenChanges({ member }: { member: MemberView }) {
  const withdraw = useCommand('membership.withdrawChange', ['membership.myMember']);
  if (member.openChanges.length === 0) return null;
  return (
    <Section title="正在核对的变更">
      {withdraw.error ? (
        <Notice kind="danger" announce>
          {withdraw.error.message}
        </Notice>
      ) : null}
      {member.openChanges.map(({ id, version, reference, kind, fields, at, can }) => (
        <Card key={id}>
          <View className="stack">
            <View className="between">
              <StatusTag kind="info">待核对</StatusTag>
              <View className="cap num">{reference}</View>
            </View>
            <View className="med">{changeKindLabels[kind] ?? kind}</View>
            <View>{fields.map((field) => fieldLabels[field] ?? field).join('、')}</View>
            <View className="sub">{`${dateForDocuments(at)}提交，核对前原来的信息不变`}</View>
            {can.withdraw ? (
              <Button
                id="withdraw-change"
                kind="danger"
                small
                busy={withdraw.busy}
                onTap={() => void withdraw.run({ changeId: id, version })}
              >
                撤回这项变更
              </Button>
            ) : null}
          </View>
        </Card>
      ))}
    </Section>
  );
}
