import { useField } from './field';

interface DateInputProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** First and last day, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  placeholder?: string;
}

/** A day, by the browser's own calendar. */
export function DateInput({ value, onChange, from = '1920-01-01', to = '2099-12-31' }: DateInputProps) {
  const { label, invalid, describedBy } = useField();
  return (
    <input
      type="date"
      className="input is-native"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy || undefined}
      value={value}
      min={from}
      max={to}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
