import { cities } from '@shared/cities';
import { dayOf } from '@shared/dates';
import { fieldLabels } from '@shared/labels';
import { Choice, Choices } from '../../components/choice';
import { CityPicker } from '../../components/city-picker';
import { DateInput } from '../../components/date-input';
import { Field } from '../../components/field';
import { TextArea, TextInput } from '../../components/text-input';
import type { Question } from '../question';
import { FieldNote } from './notes';

type Value = string | readonly string[] | undefined;

interface QuestionFieldProps {
  path: string;
  question: Question;
  value: Value;
  onChange: (value: string | readonly string[]) => void;
  onBlur: () => void;
  error: string | undefined;
  /** What the officer asks to be corrected. */
  note: string | undefined;
  /** What stood here when it was handed in. */
  was: string | undefined;
}

function Control({ question, value, onChange, onBlur }: Omit<QuestionFieldProps, 'path' | 'error' | 'note' | 'was'>) {
  const { control, options = [], keyboard, maxLength } = question;
  const text = typeof value === 'string' ? value : '';
  switch (control) {
    case 'area':
      return <TextArea value={text} onChange={onChange} onBlur={onBlur} maxLength={maxLength} />;
    case 'rows':
    case 'chips':
      return <Choice value={text} onChange={onChange} options={options} layout={control} />;
    case 'many':
      return <Choices values={Array.isArray(value) ? value : []} onChange={onChange} options={options} />;
    case 'date':
      return <DateInput value={text} onChange={onChange} to={question.open ? undefined : dayOf(new Date())} />;
    case 'city':
      return <CityPicker cities={cities} value={text} onChange={onChange} />;
    case 'text':
      return <TextInput value={text} onChange={onChange} onBlur={onBlur} keyboard={keyboard} maxLength={maxLength} />;
  }
}

/** One question of the form with everything around it. */
export function QuestionField({ path, question, error, note, was, ...control }: QuestionFieldProps) {
  const { help, optional, why } = question;
  const shown = note ? (
    <>
      {help}
      <FieldNote note={note} was={was} />
    </>
  ) : (
    help
  );
  return (
    <Field name={path} label={fieldLabels[path] ?? path} help={shown} error={error} optional={optional} why={why}>
      <Control question={question} {...control} />
    </Field>
  );
}
