import { useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { TextArea } from '../../components/text-input';
import { Templates } from './templates';

/** What staff write to one another: apart from the reason, and never shown to the applicant. */
export function InternalNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const [open, setOpen] = useState(value !== '');
  // Rarely wanted, and its phrases cost a call.
  if (!open)
    return (
      <Button id="write-note" kind="quiet" small icon="edit" onTap={() => setOpen(true)}>
        写内部备注
      </Button>
    );
  return (
    <>
      <Field name="internalNote" label="内部备注" help="只有工作人员能看到，申请人看不到" optional>
        <TextArea value={value} onChange={onChange} maxLength={500} />
      </Field>
      <Templates name="internalNote" kind="internalNote" value={value} onPick={onChange} />
    </>
  );
}
