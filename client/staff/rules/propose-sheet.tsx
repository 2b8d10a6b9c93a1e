import type { Output } from '@shared/endpoints';
import { fieldErrorText } from '@shared/labels';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { DateInput } from '../../components/date-input';
import { ErrorSummary } from '../../components/error-summary';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea, TextInput } from '../../components/text-input';
import { stillWrong, useChecked } from '../use-checked';
import { ValueFields } from './value-fields';

type Rule = Output<'rules.rule'>;

/** Empty lines of a list are left over from typing. */
const tidy = (value: unknown) => (Array.isArray(value) ? value.filter((line) => line !== '') : value);

/** Proposes the next version of a rule: value, first day, source and why. */
export function ProposeSheet({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const latest = rule.versions[0] ?? rule.inForce;
  const [value, setValue] = useState<unknown>(latest.value);
  const [effectiveFrom, setEffectiveFrom] = useState(rule.earliest);
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const { shown, tries, check } = useChecked();
  const propose = useCommand('rules.proposeRule', ['rules.rule', 'rules.rules', 'account.workbench']);
  const wrong = {
    source: source.trim() ? undefined : '请填写依据的文件名称和文号',
    note: note.trim() ? undefined : '请说明为什么修改',
    effectiveFrom: effectiveFrom ? undefined : '请选择生效日期',
  };
  const errors = Object.entries(wrong).flatMap(([name, text]) => (text ? [{ name, text }] : []));
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = async () => {
    if (!check(errors)) return;
    const parts = { key: rule.key, value: tidy(value), effectiveFrom, source: source.trim(), note: note.trim() };
    if (await propose.run(parts)) onClose();
  };
  return (
    <Sheet
      title={`修改：${rule.title}`}
      onClose={onClose}
      footer={
        <BottomBar hint="由另一位管理员审批，到生效日期才施行">
          <Button id="propose" onTap={() => void submit()} busy={propose.busy}>
            提交审批
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      {propose.error ? (
        <Notice kind="danger" announce>
          {Object.entries(propose.error.fields ?? {})
            .map(([path, code]) => fieldErrorText(path, code))
            .join('；') || propose.error.message}
        </Notice>
      ) : null}
      <ValueFields measure={rule.measure} value={value} onChange={setValue} />
      <Field name="effectiveFrom" label="从哪天起施行" error={errorAt('effectiveFrom')}>
        <DateInput value={effectiveFrom} onChange={setEffectiveFrom} from={rule.earliest} />
      </Field>
      <Field name="source" label="依据" help="文件名称和文号" error={errorAt('source')}>
        <TextInput value={source} onChange={setSource} maxLength={100} />
      </Field>
      <Field name="note" label="为什么修改" error={errorAt('note')}>
        <TextArea value={note} onChange={setNote} maxLength={300} />
      </Field>
    </Sheet>
  );
}
