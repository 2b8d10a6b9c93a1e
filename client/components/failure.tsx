import { fieldErrorText } from '@shared/labels';
import type { CallError } from '../cloud/call-error';
import { Notice } from './notice';

/** Why a command was not carried out, in the words of its fields where the server named any. Draws nothing without an error. */
export function Failure({ error }: { error: CallError | undefined }) {
  if (!error) return null;
  const fields = Object.entries(error.fields).map(([path, code]) => fieldErrorText(path, code));
  return (
    <Notice kind="danger" announce>
      {fields.length > 0 ? fields.join('；') : error.message}
    </Notice>
  );
}
