import { Select } from './select';

interface CityPickerProps {
  /** Code → name, in the order to show: `cities` of shared/cities. */
  cities: Readonly<Record<string, string>>;
  /** Code, or empty. */
  value: string;
  onChange: (code: string) => void;
}

/** One of the province's cities. */
export function CityPicker({ cities, value, onChange }: CityPickerProps) {
  const options = Object.entries(cities).map(([code, label]) => ({ value: code, label }));
  return <Select options={options} value={value} onChange={onChange} placeholder="请选择城市" />;
}
