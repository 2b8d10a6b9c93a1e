import { Select } from './select';

interface CityPickerProps {
  /** Code → name, in the order to show: `cities` of shared/cities. */
  cities: Readonly<Record<string, string>>;
  /** Code, or empty. */
  value: string;
  onChange: (code: string) => void;
  /** What stands there while none is chosen; in a filter 全部城市. */
  placeholder?: string;
}

/** One of the province's cities. */
export function CityPicker({ cities, value, onChange, placeholder = '请选择城市' }: CityPickerProps) {
  const options = Object.entries(cities).map(([code, label]) => ({ value: code, label }));
  return <Select options={options} value={value} onChange={onChange} placeholder={placeholder} />;
}
