import { assignableRoles, roles } from '@shared/access/roles';
import { cities } from '@shared/cities';
import { fieldErrorText } from '@shared/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { CityPicker } from '../../components/city-picker';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Select } from '../../components/select';
import { Sheet } from '../../components/sheet';
import { TextInput } from '../../components/text-input';
import { needsCity } from '../../roles';

const ROLE_OPTIONS = assignableRoles.map((role) => ({ value: role, label: roles[role].label }));

/** Gives a role to an account already listed, or to the person who shows a staff code. */
export function GrantRole({ account, onClose }: { account?: { id: string; name: string }; onClose: () => void }) {
  const grant = useCommand('account.grantRole', ['account.staff', 'account.me']);
  const [code, setCode] = useState('');
  const [role, setRole] = useState('');
  const [city, setCity] = useState('');
  const chosen = assignableRoles.find((candidate) => candidate === role);
  const complete = chosen && (account || code.length === 8) && (!needsCity(role) || city);
  const fields = grant.error?.fields ?? {};
  const wrong = (name: string) => (fields[name] ? fieldErrorText(name, fields[name]) : undefined);

  const submit = async () => {
    if (!chosen) return;
    const who = account ? { accountId: account.id } : { code };
    const done = await grant.run({ ...who, role: chosen, ...(needsCity(role) ? { city } : {}) });
    if (done) onClose();
  };
  const label = chosen ? roles[chosen].label : '';
  const footer = (
    <BottomBar hint={complete ? `${account?.name ?? '对方'}马上可以按“${label}”的权限办事，并留下记录` : '请先填好上面的内容'}>
      <Button disabled={!complete} busy={grant.busy} onTap={() => void submit()}>
        授予角色
      </Button>
    </BottomBar>
  );
  return (
    <Sheet title={account ? `给${account.name}加角色` : '授予角色'} onClose={onClose} footer={footer}>
      {grant.error ? (
        <Notice kind="danger" announce>
          {grant.error.message}
        </Notice>
      ) : null}
      {account ? null : (
        <Field
          name="code"
          label="身份码"
          help="请对方打开“我的 › 关怀模式与设置 › 我的身份码”，念出 8 位码"
          error={wrong('code')}
        >
          <TextInput value={code} onChange={setCode} maxLength={8} placeholder="8 位字母和数字" />
        </Field>
      )}
      <Field name="role" label="角色" error={wrong('role')}>
        <Select options={ROLE_OPTIONS} value={role} onChange={setRole} placeholder="请选择角色" />
      </Field>
      {needsCity(role) ? (
        <Field name="city" label="所辖城市" error={wrong('city')}>
          <CityPicker cities={cities} value={city} onChange={setCity} />
        </Field>
      ) : null}
      <View className="cap">第一次授予后，这个人就会出现在名单里。</View>
    </Sheet>
  );
}
