import type { Option } from './choice';
import { useField } from './field';

interface SelectProps {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}

/** One out of many, by the browser's own list. */
export function Select({ options, value, onChange, placeholder = '请选择' }: SelectProps) {
  const { label, invalid, describedBy } = useField();
  return (
    <select
      className="input is-native"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{placeholder}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
