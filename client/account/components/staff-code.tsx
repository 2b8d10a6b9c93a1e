import { clockTime } from '@shared/dates';
import { fieldErrorText } from '@shared/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { TextInput } from '../../components/text-input';

/** For whoever is to get a role, to stand in, or to represent a unit: makes a code that the other person types in within ten minutes. */
export function StaffCode() {
  const make = useCommand('account.myStaffCode');
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ code: string; validUntil: string }>();
  const submit = async () => setMade(await make.run({ name }));
  const wrong = make.error?.fields.name;
  return (
    <Card>
      <View className="stack">
        <Heading level={2}>出示身份码</Heading>
        {made ? (
          <>
            <View className="staff-code num">{made.code}</View>
            <View className="sub">{`念给对方听，${clockTime(made.validUntil)} 前有效。`}</View>
          </>
        ) : (
          <>
            {make.error && !wrong ? <Notice kind="danger">{make.error.message}</Notice> : null}
            <Field
              name="name"
              label="您的姓名"
              help="对方会看到这个姓名"
              error={wrong ? fieldErrorText('identity.name', wrong) : undefined}
            >
              <TextInput value={name} onChange={setName} maxLength={20} />
            </Field>
            <Button id="make-code" kind="secondary" busy={make.busy} disabled={!name.trim()} onTap={() => void submit()}>
              生成身份码
            </Button>
          </>
        )}
      </View>
    </Card>
  );
}
