import { dateForDocuments } from '@shared/dates';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import type { MemberView } from '../words';

/** Once a year: one tap says that nothing has changed. */
export function ConfirmCard({ member }: { member: MemberView }) {
  const confirm = useCommand('membership.confirmDetails', ['membership.myMember']);
  if (!member.confirmation.due || !member.can.confirm) return null;
  return (
    <Section title="请确认您的信息">
      <Card>
        <View className="stack">
          {confirm.error ? (
            <Notice kind="danger" announce>
              {confirm.error.message}
            </Notice>
          ) : null}
          <View>{`每年确认一次，这一次从${dateForDocuments(member.confirmation.dueAt)}起。请看看下面的信息，没有变动点一下就好。`}</View>
          <Button
            id="confirm-details"
            busy={confirm.busy}
            onTap={() => void confirm.run({ memberId: member.id, version: member.version })}
          >
            信息没有变动
          </Button>
        </View>
      </Card>
    </Section>
  );
}
