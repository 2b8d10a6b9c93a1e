import type { ReasonKind } from '@shared/rules/templates';
import { useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { Templates } from './templates';

interface ReasonSheetProps {
  title: string;
  /** Verb and object of the button. */
  action: string;
  /** What follows, above the button. */
  consequence: string;
  label: string;
  maxLength: number;
  onClose: () => void;
  onConfirm: (reason: string) => void;
  busy: boolean;
  failure: string | undefined;
  /** Which phrases to offer. */
  templates?: ReasonKind;
}

/** A deliberate step that needs a reason. */
export function ReasonSheet({
  title,
  action,
  consequence,
  label,
  maxLength,
  onClose,
  onConfirm,
  busy,
  failure,
  templates,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() ? undefined : `请填写${label}`;
  const submit = () => {
    setChecked(true);
    if (!missing) onConfirm(reason.trim());
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <BottomBar hint={consequence}>
          <Button id="confirm" onTap={submit} busy={busy}>
            {action}
          </Button>
        </BottomBar>
      }
    >
      {failure ? (
        <Notice kind="danger" announce>
          {failure}
        </Notice>
      ) : null}
      <Field name="reason" label={label} error={checked ? missing : undefined}>
        <TextArea value={reason} onChange={setReason} maxLength={maxLength} />
      </Field>
      <Templates name="reason" kind={templates} value={reason} onPick={setReason} />
    </Sheet>
  );
}
