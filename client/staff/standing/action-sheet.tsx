import { dayOf } from '@shared/dates';
import { fieldErrorText } from '@shared/labels';
import { reminderChannels } from '@shared/membership/standing';
import { reminderChannelLabels } from '@shared/membership/standing-labels';
import { useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { DateInput } from '../../components/date-input';
import { ErrorSummary } from '../../components/error-summary';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea, TextInput } from '../../components/text-input';
import { Templates } from '../components/templates';
import { Evidence } from '../review/evidence';
import { stillWrong, useChecked } from '../use-checked';
import type { MemberAction } from './actions';
import { type Filled, useMemberAction } from './use-member-action';

const labels = {
  basis: { label: '依据', help: '章程条款、规定或文号' },
  effectiveOn: { label: '从哪天起', help: '不填就是今天', optional: true },
  until: { label: '暂停到哪天', help: '不填就到会议恢复为止', optional: true },
  to: { label: '转往哪个慈善会', help: '写全称' },
  diedOn: { label: '亡故日期' },
  channel: { label: '怎样提醒的' },
  evidence: { label: '凭据', help: '如通话登记、挂号信单号、医学证明编号' },
  file: { label: '凭据的照片或 PDF', help: '挂号信、微信等按规定要附', optional: true },
  name: { label: '新代表姓名' },
  post: { label: '职务' },
  mobile: { label: '手机号码' },
  code: { label: '新代表的身份码', help: '请新代表在“我的 › 账号与角色”出示，十分钟内有效' },
  letter: { label: '单位的变更函', help: '盖章的函件，图片或 PDF' },
} as const;

type FieldName = keyof typeof labels;
const longest: Readonly<Partial<Record<FieldName, number>>> = { to: 60, basis: 100, name: 50, post: 40, mobile: 11, code: 8 };
const isOptional = (name: FieldName) => 'optional' in labels[name];

function Control({ name, value, onChange }: { name: FieldName; value: string; onChange: (value: string) => void }) {
  const today = dayOf(Date.now());
  if (name === 'channel')
    return (
      <Choice
        value={value}
        onChange={onChange}
        layout="chips"
        options={reminderChannels.map((channel) => ({ value: channel, label: reminderChannelLabels[channel] ?? channel }))}
      />
    );
  if (name === 'file' || name === 'letter')
    return <Evidence id={name} file={value || undefined} onChange={(file) => onChange(file ?? '')} photos />;
  if (name === 'diedOn') return <DateInput value={value} onChange={onChange} to={today} />;
  if (name === 'effectiveOn' || name === 'until') return <DateInput value={value} onChange={onChange} from={today} />;
  return <TextInput value={value} onChange={onChange} maxLength={longest[name] ?? 200} />;
}

interface ActionSheetProps {
  action: MemberAction;
  member: { readonly id: string; readonly version: number; readonly name: string; readonly number: string };
  onClose: () => void;
}

/** One deliberate step about a member: what it needs, what follows, one confirmation. */
export function ActionSheet({ action, member, onClose }: ActionSheetProps) {
  const [filled, setFilled] = useState<Filled>({});
  const { send, busy, error } = useMemberAction(member);
  const { shown, tries, check } = useChecked();
  const fill = (name: string) => (value: string) => setFilled({ ...filled, [name]: value });
  const wanted = [
    ...(action.reason ? [{ name: 'reason', label: action.reason }] : []),
    ...action.fields.filter((name) => !isOptional(name)).map((name) => ({ name, label: labels[name].label })),
  ];
  const errors = wanted.filter(({ name }) => !filled[name]?.trim()).map(({ name, label }) => ({ name, text: `请填写${label}` }));
  const submit = async () => {
    if (check(errors) && (await send(action.key, filled))) onClose();
  };
  const errorAt = (name: string) => {
    const code = error?.fields[name];
    return stillWrong(shown, errors, name) ?? (code ? fieldErrorText(name, code) : undefined);
  };
  return (
    <Sheet
      title={`${action.title}：${member.name}`}
      onClose={onClose}
      footer={
        <BottomBar hint={action.consequence}>
          <Button id="confirm" busy={busy} onTap={() => void submit()}>
            {action.button}
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      {error ? (
        <Notice kind="danger" announce>
          {error.message}
        </Notice>
      ) : null}
      {action.fields.map((name) => {
        const { label, ...more } = labels[name];
        return (
          <Field key={name} name={name} label={label} error={errorAt(name)} {...more}>
            <Control name={name} value={filled[name] ?? ''} onChange={fill(name)} />
          </Field>
        );
      })}
      {action.reason ? (
        <>
          <Templates name="reason" kind={action.templates} value={filled.reason ?? ''} onPick={fill('reason')} />
          <Field name="reason" label={action.reason} error={errorAt('reason')}>
            <TextArea
              value={filled.reason ?? ''}
              onChange={fill('reason')}
              maxLength={action.key.endsWith('Certificate') ? 200 : 500}
            />
          </Field>
        </>
      ) : null}
      {action.fields.length === 0 && !action.reason ? <Notice kind="info">{`会员编号 ${member.number}`}</Notice> : null}
    </Sheet>
  );
}
