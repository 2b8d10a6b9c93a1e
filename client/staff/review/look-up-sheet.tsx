import { dayOf } from '@shared/dates';
import { fieldErrorText } from '@shared/labels';
import { complianceResults } from '@shared/membership/compliance';
import { complianceLabels, complianceResultLabels } from '@shared/membership/review-labels';
import { useState } from 'react';
import type { CallError } from '../../cloud/call-error';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { DateInput } from '../../components/date-input';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea, TextInput } from '../../components/text-input';
import type { ComplianceLine } from './compliance';
import { Evidence } from './evidence';

/** A look-up as it is sent. */
export interface FoundResult {
  readonly check: ComplianceLine['check'];
  readonly result: string;
  readonly source: string;
  readonly checkedAt: string;
  readonly expiresAt?: string;
  readonly note?: string;
  readonly file?: string;
}

interface LookUpSheetProps {
  check: ComplianceLine['check'];
  busy: boolean;
  error: CallError | undefined;
  onClose: () => void;
  onRecord: (found: FoundResult) => void;
}

/** What one look-up found: result, source, day, and until when an assessment holds. */
export function LookUpSheet({ check, busy, error, onClose, onRecord }: LookUpSheetProps) {
  const label = complianceLabels[check] ?? { title: check, source: '' };
  const [result, setResult] = useState('');
  const [source, setSource] = useState(label.source);
  const [checkedAt, setCheckedAt] = useState(dayOf(new Date()));
  const [expiresAt, setExpiresAt] = useState('');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<string>();
  const [tried, setTried] = useState(false);
  const graded = check === 'assessment' && result !== '' && result !== 'none';
  const missing: Readonly<Record<string, string | undefined>> = {
    result: result ? undefined : '请选择核查结果',
    source: source.trim() ? undefined : '请写明在哪里查到',
    checkedAt: checkedAt ? undefined : '请选择核查日期',
    expiresAt: graded && !expiresAt ? '请填写评估等级的有效期' : undefined,
  };
  const errorAt = (name: string) => {
    const code = error?.fields[name];
    return (tried ? missing[name] : undefined) ?? (code ? fieldErrorText(name, code) : undefined);
  };
  const confirm = () => {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    onRecord({
      check,
      result,
      source: source.trim(),
      checkedAt,
      ...(graded && { expiresAt }),
      ...(note.trim() && { note: note.trim() }),
      ...(file && { file }),
    });
  };
  const options = complianceResults[check].map((value) => ({ value, label: complianceResultLabels[value] ?? value }));
  return (
    <Sheet
      title={label.title}
      onClose={onClose}
      footer={
        <BottomBar hint="以前的结果会保留">
          <Button id="record-look-up" busy={busy} onTap={confirm}>
            登记结果
          </Button>
        </BottomBar>
      }
    >
      {error ? (
        <Notice kind="danger" announce>
          {error.message}
        </Notice>
      ) : null}
      <Field name="result" label="核查结果" error={errorAt('result')}>
        <Choice value={result} onChange={setResult} options={options} layout="chips" />
      </Field>
      <Field name="source" label="在哪里查到" error={errorAt('source')}>
        <TextInput value={source} onChange={setSource} maxLength={100} />
      </Field>
      <Field name="checkedAt" label="核查日期" error={errorAt('checkedAt')}>
        <DateInput value={checkedAt} onChange={setCheckedAt} to={dayOf(new Date())} />
      </Field>
      {graded ? (
        <Field name="expiresAt" label="等级有效期至" error={errorAt('expiresAt')}>
          <DateInput value={expiresAt} onChange={setExpiresAt} from={checkedAt} />
        </Field>
      ) : null}
      <Field name="note" label="说明" optional>
        <TextArea value={note} onChange={setNote} maxLength={300} />
      </Field>
      <Evidence id="look-up" file={file} onChange={setFile} />
    </Sheet>
  );
}
