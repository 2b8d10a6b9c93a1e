import { Picker, View } from '@tarojs/components';
import { aria } from './a11y';
import type { Option } from './choice';
import { useField } from './field';
import { Icon } from './icon';

interface SelectProps {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}

/** One out of many, by the phone's own wheel. */
export function Select({ options, value, onChange, placeholder = '请选择' }: SelectProps) {
  const { label } = useField();
  const index = options.findIndex((option) => option.value === value);
  const shown = options[index]?.label;
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.label)}
      value={Math.max(index, 0)}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)];
        if (chosen) onChange(chosen.value);
      }}
      {...aria({ role: 'button', label: `${label}，${shown ?? placeholder}` })}
    >
      <View className="input tap">
        <View className={shown ? undefined : 'input-placeholder'}>{shown ?? placeholder}</View>
        <Icon name="go" />
      </View>
    </Picker>
  );
}
