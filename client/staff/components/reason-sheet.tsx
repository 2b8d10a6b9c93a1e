import type { ReasonKind } from '@shared/rules/templates';
import { type ReactNode, useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { InternalNote } from './internal-note';
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
  onConfirm: (reason: string, internalNote?: string) => void;
  busy: boolean;
  failure: string | undefined;
  /** What else is asked, above the reason. */
  children?: ReactNode;
  /** Which phrases to offer. */
  templates?: ReasonKind;
  /** Asks for what staff write to one another besides. */
  withNote?: boolean;
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
  withNote,
  children,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() ? undefined : `请填写${label}`;
  const submit = () => {
    setChecked(true);
    if (!missing) onConfirm(reason.trim(), note.trim() || undefined);
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
      {children}
      <Field name="reason" label={label} error={checked ? missing : undefined}>
        <TextArea value={reason} onChange={setReason} maxLength={maxLength} />
      </Field>
      <Templates name="reason" kind={templates} value={reason} onPick={setReason} />
      {withNote ? <InternalNote value={note} onChange={setNote} /> : null}
    </Sheet>
  );
}
