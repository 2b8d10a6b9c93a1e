import { fieldLabels } from '@shared/labels';
import { fieldPaths } from '@shared/membership/field-paths';
import type { MemberKind } from '@shared/membership/form';
import { Fragment, useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choices } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { stillWrong, useChecked } from '../use-checked';
import { InternalNote } from './internal-note';
import { Templates } from './templates';

interface ReturnSheetProps {
  /** Whose form it is about: persons and units are asked different things. */
  kind: MemberKind;
  onClose: () => void;
  /** Field path → what to correct. */
  onReturn: (notes: Record<string, string>, internalNote?: string) => void;
  busy: boolean;
  failure: string | undefined;
}

const optionsOf = (kind: MemberKind) => fieldPaths(kind).map((value) => ({ value, label: fieldLabels[value] ?? value }));

/** Asks the applicant to correct single fields, with a note for each. */
export function ReturnSheet({ kind, onClose, onReturn, busy, failure }: ReturnSheetProps) {
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [internalNote, setInternalNote] = useState('');
  const { shown, tries, check } = useChecked();
  const chosen = Object.keys(notes);
  const errors =
    chosen.length === 0
      ? [{ name: 'fields', text: '请选择需要补正的项目' }]
      : chosen
          .filter((path) => !notes[path]?.trim())
          .map((path) => ({ name: path, text: `请写明${fieldLabels[path]}要怎样补正` }));
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = () => {
    const texts = Object.fromEntries(chosen.map((path) => [path, notes[path]?.trim() ?? '']));
    if (check(errors)) onReturn(texts, internalNote.trim() || undefined);
  };
  return (
    <Sheet
      title="退回补正"
      onClose={onClose}
      footer={
        <BottomBar hint="申请人会在对应项目看到您的意见；改好交回后，位置不变">
          <Button id="return" onTap={submit} busy={busy}>
            {chosen.length > 0 ? `退回补正 ${chosen.length} 处` : '退回补正'}
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      {failure ? (
        <Notice kind="danger" announce>
          {failure}
        </Notice>
      ) : null}
      <Field name="fields" label="哪些项目需要补正" error={errorAt('fields')}>
        <Choices
          values={chosen}
          options={optionsOf(kind)}
          onChange={(paths) => setNotes(Object.fromEntries(paths.map((path) => [path, notes[path] ?? ''])))}
        />
      </Field>
      {chosen.map((path) => (
        <Fragment key={path}>
          <Field name={path} label={fieldLabels[path] ?? path} error={errorAt(path)}>
            <TextArea
              value={notes[path] ?? ''}
              maxLength={200}
              placeholder="例如：照片看不清面部，请换一张近期正面照"
              onChange={(text) => setNotes({ ...notes, [path]: text })}
            />
          </Field>
          <Templates
            name={path}
            kind="return"
            value={notes[path] ?? ''}
            onPick={(text) => setNotes({ ...notes, [path]: text })}
          />
        </Fragment>
      ))}
      <InternalNote value={internalNote} onChange={setInternalNote} />
    </Sheet>
  );
}
