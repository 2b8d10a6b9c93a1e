import { cities } from '@shared/cities';
import { dayOf } from '@shared/dates';
import { genderLabels, idTypeLabels } from '@shared/labels';
import { fields } from '@shared/membership/form';
import { Choice, Choices } from '../../components/choice';
import { CityPicker } from '../../components/city-picker';
import { DateInput } from '../../components/date-input';
import { TextArea, TextInput } from '../../components/text-input';

type Value = string | readonly string[];

interface ControlProps {
  field: string;
  value: Value;
  onChange: (value: Value) => void;
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const workFields = fields.map((value) => ({ value, label: value }));
const long: readonly string[] = ['purpose', 'plan', 'introduction'];

/** The input for a field, by what it holds. Stands inside a `Field`. */
export function DetailControl({ field, value, onChange }: ControlProps) {
  const name = field.slice(field.lastIndexOf('.') + 1);
  if (typeof value !== 'string') return <Choices values={[...value]} onChange={onChange} options={workFields} />;
  if (name === 'gender') return <Choice value={value} onChange={onChange} options={optionsOf(genderLabels)} layout="chips" />;
  if (name === 'idType') return <Choice value={value} onChange={onChange} options={optionsOf(idTypeLabels)} />;
  if (name === 'birthDate') return <DateInput value={value} onChange={onChange} to={dayOf(new Date())} />;
  if (name === 'city') return <CityPicker cities={cities} value={value} onChange={onChange} />;
  if (long.includes(name)) return <TextArea value={value} onChange={onChange} />;
  const keyboard = name === 'mobile' ? 'number' : name === 'idNumber' ? 'idcard' : 'text';
  return <TextInput value={value} onChange={onChange} keyboard={keyboard} />;
}
