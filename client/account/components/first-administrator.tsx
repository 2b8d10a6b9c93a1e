import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { TextInput } from '../../components/text-input';

/** Makes this person the first administrator of a fresh environment, by the code set in the cloud console. Works once. */
export function FirstAdministrator() {
  const become = useCommand('account.becomeFirstAdministrator', ['account.me', 'account.staff', 'account.home']);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  return (
    <Card>
      <View className="stack">
        <Heading level={2}>启用第一位管理员</Heading>
        <View className="sub">只在第一次启用时用。启用码由负责部署的人员告诉您。</View>
        {become.error ? (
          <Notice kind="danger" announce>
            {become.error.message}
          </Notice>
        ) : null}
        <Field name="administrator.name" label="管理员姓名">
          <TextInput value={name} onChange={setName} maxLength={20} />
        </Field>
        <Field name="administrator.code" label="启用码">
          <TextInput value={code} onChange={setCode} maxLength={100} />
        </Field>
        <Button
          id="become"
          kind="secondary"
          busy={become.busy}
          disabled={!name.trim() || !code}
          onTap={() => void become.run({ name, code })}
        >
          启用
        </Button>
      </View>
    </Card>
  );
}
