import type { Output } from '@shared/endpoints';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { TextInput } from '../../components/text-input';

const whyNot: Readonly<Record<string, string>> = {
  staff: '您还担任工作人员，请先由管理员解除角色。',
  member: '您还是会员，请先退会，再注销账号。',
  represents: '您还是单位代表，请先变更单位代表，再注销账号。',
};
const word = '注销';

function CloseSheet({ underWay, onClose }: { underWay: string | null; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const close = useCommand('account.closeAccount');
  const confirm = async () => {
    if (!(await close.run({ confirm: word }))) return;
    Taro.clearStorageSync();
    void Taro.reLaunch({ url: '/pages/home/index' });
  };
  return (
    <Sheet
      title="注销账号"
      onClose={onClose}
      footer={
        <BottomBar hint="注销后不能恢复">
          <Button
            id="confirm-close"
            kind="danger"
            disabled={typed.trim() !== word}
            busy={close.busy}
            onTap={() => void confirm()}
          >
            注销账号
          </Button>
        </BottomBar>
      }
    >
      <Failure error={close.error} />
      <View>我们存的您的信息会全部销毁，谁也不能再看到；操作的记录保留，但不再与您有关。</View>
      {underWay ? <View className="med">{`您的申请 ${underWay} 正在办理，会一并撤回。`}</View> : null}
      <Field name="confirm" label="确定的话，请输入“注销”两个字">
        <TextInput value={typed} onChange={setTyped} maxLength={4} />
      </Field>
    </Sheet>
  );
}

/** The way out: with what stands in its way, or the deliberate step. */
export function CloseAccount({ consents }: { consents: Output<'account.consents'> }) {
  const [asking, setAsking] = useState(false);
  const { can, why } = consents.close;
  return (
    <Section title="注销账号">
      <Card>
        <View className="stack">
          <View>{why ? whyNot[why] : can ? '注销后，您的信息全部删除，以后再来就是新的账号。' : '您在这里还没有留下信息。'}</View>
          {can ? (
            <Button id="close-account" kind="danger" small onTap={() => setAsking(true)}>
              注销账号
            </Button>
          ) : null}
        </View>
      </Card>
      {asking ? <CloseSheet underWay={consents.underWay} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}
