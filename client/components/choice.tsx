import { View } from '@tarojs/components';
import { aria, tappable } from './a11y';
import { useField } from './field';
import { Icon } from './icon';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ListProps {
  options: readonly Option[];
  /** `chips` for many short words, `rows` for few or long ones. */
  layout?: 'rows' | 'chips';
}

interface OneProps extends ListProps {
  value: string;
  onChange: (value: string) => void;
}

interface ManyProps extends ListProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
}

function Options({
  options,
  layout,
  isOn,
  onTap,
  role,
}: ListProps & {
  isOn: (value: string) => boolean;
  onTap: (value: string) => void;
  role: 'radio' | 'checkbox';
}) {
  const field = useField();
  return (
    <View className={`choice is-${layout}`} {...aria({ role: role === 'radio' ? 'radiogroup' : 'group', label: field.label })}>
      {options.map(({ value, label, hint }) => {
        const on = isOn(value);
        return (
          <View
            key={value}
            className={`option${on ? ' is-on' : ''}`}
            {...tappable(() => onTap(value), { role, checked: on, label: hint ? `${label}，${hint}` : label })}
          >
            <View className={`option-mark is-${role}`}>{on && role === 'checkbox' ? <Icon name="check" size="s" /> : null}</View>
            {hint ? (
              <View className="row-body">
                <View>{label}</View>
                <View className="cap">{hint}</View>
              </View>
            ) : (
              label
            )}
          </View>
        );
      })}
    </View>
  );
}

/** One out of a few. */
export function Choice({ value, onChange, options, layout = 'rows' }: OneProps) {
  return <Options options={options} layout={layout} role="radio" isOn={(other) => other === value} onTap={onChange} />;
}

/** Any number out of a few. */
export function Choices({ values, onChange, options, layout = 'chips' }: ManyProps) {
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return <Options options={options} layout={layout} role="checkbox" isOn={(value) => values.includes(value)} onTap={toggle} />;
}

/** One sentence to agree to, standing alone (a consent): the whole row is the target. Needs no `Field`. */
export function Agreement({
  checked,
  onChange,
  label,
  detail,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  detail?: string;
}) {
  return (
    <View
      className={`option is-agreement${checked ? ' is-on' : ''}`}
      {...tappable(() => onChange(!checked), { role: 'checkbox', checked, label })}
    >
      <View className="option-mark is-checkbox">{checked ? <Icon name="check" size="s" /> : null}</View>
      <View className="row-body">
        <View>{label}</View>
        {detail ? <View className="cap">{detail}</View> : null}
      </View>
    </View>
  );
}
