import { Field } from '../../components/field';
import { TextArea } from '../../components/text-input';
import { Templates } from './templates';

/** What staff write to one another: apart from the reason, and never shown to the applicant. */
export function InternalNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <>
      <Field name="internalNote" label="内部备注" help="只有工作人员能看到，申请人看不到" optional>
        <TextArea value={value} onChange={onChange} maxLength={500} />
      </Field>
      <Templates name="internalNote" kind="internalNote" value={value} onPick={onChange} />
    </>
  );
}
