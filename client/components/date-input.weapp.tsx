import { dateForDocuments } from '@shared/dates';
import { Picker, View } from '@tarojs/components';
import { aria } from './a11y';
import { useField } from './field';
import { Icon } from './icon';

interface DateInputProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** First and last day, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  placeholder?: string;
}

/** A day, by the phone's own wheel. */
export function DateInput({
  value,
  onChange,
  from = '1920-01-01',
  to = '2099-12-31',
  placeholder = '请选择日期',
}: DateInputProps) {
  const { label } = useField();
  const shown = value ? dateForDocuments(`${value}T00:00:00+08:00`) : undefined;
  return (
    <Picker
      mode="date"
      value={value || to}
      start={from}
      end={to}
      onChange={(event) => onChange(String(event.detail.value))}
      {...aria({ role: 'button', label: `${label}，${shown ?? placeholder}` })}
    >
      <View className="input tap">
        <View className={shown ? undefined : 'input-placeholder'}>{shown ?? placeholder}</View>
        <Icon name="calendar" />
      </View>
    </Picker>
  );
}
