import { dayOf } from '@shared/dates';
import { fieldErrorText } from '@shared/labels';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { DateInput } from '../../components/date-input';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea, TextInput } from '../../components/text-input';

const day = 24 * 3600 * 1000;
/** The first instant of a day in Shanghai. */
const startOf = (text: string) => new Date(`${text}T00:00:00+08:00`);

/** Asks a colleague to stand in for some days, both of them included. */
export function DelegateSheet({ roles, onClose }: { roles: string; onClose: () => void }) {
  const today = dayOf(Date.now());
  const delegate = useCommand('account.delegate', ['account.delegations']);
  const [code, setCode] = useState('');
  const [first, setFirst] = useState(today);
  const [last, setLast] = useState('');
  const [reason, setReason] = useState('');
  const complete = code.length === 8 && first && last && reason.trim();
  const fields = delegate.error?.fields ?? {};
  const wrong = (name: string) => (fields[name] ? fieldErrorText(name, fields[name]) : undefined);
  const submit = async () => {
    const ends = new Date(startOf(last).getTime() + day).toISOString();
    const done = await delegate.run({ code, begins: startOf(first).toISOString(), ends, reason: reason.trim() });
    if (done) onClose();
  };
  const footer = (
    <BottomBar hint={complete ? `对方可以按“${roles}”的权限代您办事；表决和管理员权限不能代` : '请先填好上面的内容'}>
      <Button id="confirm" disabled={!complete} busy={delegate.busy} onTap={() => void submit()}>
        请对方代班
      </Button>
    </BottomBar>
  );
  return (
    <Sheet title="请人代班" onClose={onClose} footer={footer}>
      {delegate.error ? (
        <Notice kind="danger" announce>
          {delegate.error.message}
        </Notice>
      ) : null}
      <Field
        name="code"
        label="代班人的身份码"
        help="请对方打开“我的 › 关怀模式与设置 › 我的身份码”，念出 8 位码"
        error={wrong('code')}
      >
        <TextInput value={code} onChange={setCode} maxLength={8} placeholder="8 位字母和数字" />
      </Field>
      <Field name="begins" label="从哪天起" error={wrong('begins')}>
        <DateInput value={first} onChange={setFirst} from={today} />
      </Field>
      <Field name="ends" label="到哪天止（含当天）" error={wrong('ends')}>
        <DateInput value={last} onChange={setLast} from={first || today} />
      </Field>
      <Field name="reason" label="原因" help="只有您自己和审计人员看得到" error={wrong('reason')}>
        <TextArea value={reason} onChange={setReason} maxLength={200} />
      </Field>
    </Sheet>
  );
}
