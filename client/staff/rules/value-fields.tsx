import { categoryLabels } from '@shared/membership/register-labels';
import { attachmentLabel } from '@shared/membership/unit-labels';
import type {
  AnyMeasure,
  Frequency,
  MeasureKind,
  NumberFormat,
  OfKind,
  RuleValues,
  Share,
  VotingRule,
} from '@shared/rules/measures';
import { choiceLabels, countUnitLabels, shareInWords } from '@shared/rules/words';
import { Choice, Choices } from '../../components/choice';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { TextArea, TextInput } from '../../components/text-input';
import { CalendarFields } from './calendar-fields';

/** Fields for the value of a rule. While it is being typed a number may be a text: the server says what is wrong with it. */
interface FieldsProps<K extends MeasureKind> {
  measure: OfKind<K>;
  value: RuleValues[K];
  onChange: (value: unknown) => void;
}

/** What was typed as a number, or as it is. */
export const typedNumber = (text: string): number | string => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : text.trim());

function NumberField(props: {
  name: string;
  label: string;
  help?: string;
  value: unknown;
  onChange: (value: number | string) => void;
}) {
  const { name, label, help, value, onChange } = props;
  return (
    <Field name={name} label={label} {...(help ? { help } : {})}>
      <TextInput keyboard="number" maxLength={4} value={String(value ?? '')} onChange={(text) => onChange(typedNumber(text))} />
    </Field>
  );
}

function CountFields({ measure, value, onChange }: FieldsProps<'count'>) {
  const help = `${measure.min}—${measure.max} ${countUnitLabels[measure.unit]}`;
  return (
    <NumberField name="value" label={`改为几${countUnitLabels[measure.unit]}`} help={help} value={value} onChange={onChange} />
  );
}

function ValidityFields({ measure, value, onChange }: FieldsProps<'validity'>) {
  const ends = value !== null;
  return (
    <>
      <Field name="ends" label="有效期">
        <Choice
          value={ends ? 'months' : 'never'}
          onChange={(chosen) => onChange(chosen === 'never' ? null : 12)}
          options={[
            { value: 'never', label: '长期有效' },
            { value: 'months', label: '按月计算' },
          ]}
        />
      </Field>
      {ends ? <NumberField name="value" label="几个月" help={`1—${measure.max} 个月`} value={value} onChange={onChange} /> : null}
    </>
  );
}

function ChoicesFields({ measure, value, onChange }: FieldsProps<'choices'>) {
  return (
    <Field name="value" label="改为（可多选）">
      <Choices
        values={value}
        onChange={onChange}
        options={measure.of.map((code) => ({ value: code, label: choiceLabels[code] ?? code }))}
      />
    </Field>
  );
}

function TextsFields({ measure, value, onChange }: FieldsProps<'texts'>) {
  return (
    <Field name="value" label="改为" help={`一行一条，最多 ${measure.atMost} 条，每条最多 ${measure.length} 个字`}>
      <TextArea
        value={value.join('\n')}
        maxLength={measure.atMost * measure.length}
        onChange={(text) => onChange(text.split('\n'))}
      />
    </Field>
  );
}

const shares: readonly Share[] = [
  { kind: 'moreThan', numerator: 1, denominator: 2 },
  { kind: 'atLeast', numerator: 3, denominator: 5 },
  { kind: 'atLeast', numerator: 2, denominator: 3 },
  { kind: 'atLeast', numerator: 3, denominator: 4 },
  { kind: 'atLeast', numerator: 4, denominator: 5 },
  { kind: 'atLeast', numerator: 1, denominator: 1 },
];

function ShareField(props: { name: string; label: string; value: Share; onChange: (share: Share) => void }) {
  const { name, label, value, onChange } = props;
  const all = shares.some((share) => shareInWords(share) === shareInWords(value)) ? shares : [value, ...shares];
  const choose = (words: string) => {
    const chosen = all.find((share) => shareInWords(share) === words);
    if (chosen) onChange(chosen);
  };
  const options = all.map((share) => ({ value: shareInWords(share), label: shareInWords(share) }));
  return (
    <Field name={name} label={label}>
      <Select value={shareInWords(value)} onChange={choose} options={options} />
    </Field>
  );
}

function VotingFields({ value, onChange }: FieldsProps<'voting'>) {
  const change = (part: Partial<VotingRule>) => onChange({ ...value, ...part });
  const options = [
    { value: 'outOfBase', label: '不计入表决基数' },
    { value: 'inBase', label: '计入表决基数' },
  ];
  return (
    <>
      <ShareField name="quorum" label="多少席位出席才能开会" value={value.quorum} onChange={(quorum) => change({ quorum })} />
      <ShareField name="pass" label="出席席位中多少同意才算通过" value={value.pass} onChange={(pass) => change({ pass })} />
      <Field name="recused" label="回避的席位">
        <Choice
          value={value.recused}
          onChange={(recused) => change({ recused: recused === 'inBase' ? 'inBase' : 'outOfBase' })}
          options={options}
        />
      </Field>
    </>
  );
}

function FrequencyFields({ value, onChange }: FieldsProps<'frequency'>) {
  const change = (part: { readonly [F in keyof Frequency]?: unknown }) => onChange({ ...value, ...part });
  return (
    <>
      <NumberField name="months" label="每几个月" value={value.months} onChange={(months) => change({ months })} />
      <NumberField name="atLeast" label="至少几次" value={value.atLeast} onChange={(atLeast) => change({ atLeast })} />
      <NumberField
        name="atMost"
        label="最多几次"
        help="不限就留空"
        value={value.atMost}
        onChange={(atMost) => change({ atMost: atMost === '' ? null : atMost })}
      />
    </>
  );
}

function NumberFormatFields({ value, onChange }: FieldsProps<'numberFormat'>) {
  const change = (part: { readonly [F in keyof NumberFormat]?: unknown }) => onChange({ ...value, ...part });
  const letters = (name: 'prefix' | 'individual' | 'unit', label: string) => (
    <Field name={name} label={label} help="1—8 个大写英文字母">
      <TextInput value={value[name]} maxLength={8} onChange={(text) => change({ [name]: text.trim().toUpperCase() })} />
    </Field>
  );
  return (
    <>
      {letters('prefix', '开头')}
      {letters('individual', '个人会员的字母')}
      {letters('unit', '单位会员的字母')}
      <NumberField name="digits" label="流水号几位" value={value.digits} onChange={(digits) => change({ digits })} />
    </>
  );
}

function AttachmentsFields({ value, onChange }: FieldsProps<'attachments'>) {
  return (
    <>
      {Object.entries(value).map(([category, kinds]) => (
        <Field key={category} name={category} label={`${categoryLabels[category] ?? category}必须交的`}>
          <Choices
            values={kinds.filter(({ required }) => required).map(({ kind }) => kind)}
            options={kinds.map(({ kind }) => ({ value: kind, label: attachmentLabel(kind, category) }))}
            onChange={(chosen) =>
              onChange({ ...value, [category]: kinds.map(({ kind }) => ({ kind, required: chosen.includes(kind) })) })
            }
          />
        </Field>
      ))}
    </>
  );
}

type Fields = { readonly [K in MeasureKind]: (props: FieldsProps<K>) => JSX.Element };
const fields: Fields = {
  count: CountFields,
  validity: ValidityFields,
  choices: ChoicesFields,
  texts: TextsFields,
  voting: VotingFields,
  frequency: FrequencyFields,
  calendar: CalendarFields,
  numberFormat: NumberFormatFields,
  attachments: AttachmentsFields,
};

/** The form that fits what a rule is measured in. */
export function ValueFields(props: { measure: AnyMeasure; value: unknown; onChange: (value: unknown) => void }) {
  const Chosen = fields[props.measure.kind] as (given: typeof props) => JSX.Element;
  return <Chosen {...props} />;
}
