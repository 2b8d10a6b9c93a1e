import { Input, Textarea, View } from '@tarojs/components';
import { useField } from './field';

interface TextProps {
  value: string;
  /** With every change; save drafts from here (debounced) and from `onBlur`. */
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** Characters; also shown as `12/50` when `counted`. */
  maxLength?: number;
  counted?: boolean;
}

/** Keeps the focused input clear of the bottom bar when the keyboard is up. */
const CLEAR_OF_BAR = 140;

/** Attributes of the real input inside Taro's web component; WeChat reads `ariaLabel`. */
function described({ label, invalid, describedBy }: { label: string; invalid: boolean; describedBy: string }) {
  if (process.env.TARO_ENV === 'weapp') return { ariaLabel: label };
  return {
    nativeProps: {
      'aria-label': label,
      ...(invalid ? { 'aria-invalid': 'true' } : {}),
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      autocomplete: 'off',
    },
  };
}

/** One line of text. `keyboard`: `number` digits only, `idcard` digits and X. */
export function TextInput({
  value,
  onChange,
  onBlur,
  placeholder,
  maxLength = 100,
  counted,
  keyboard = 'text',
}: TextProps & { keyboard?: 'text' | 'number' | 'idcard' }) {
  const field = useField();
  const attributes = described(field);
  // The browser's number fields change what is typed; a text field with a number pad does not.
  const type = process.env.TARO_ENV === 'weapp' ? keyboard : 'text';
  if (attributes.nativeProps && keyboard !== 'text') Object.assign(attributes.nativeProps, { inputMode: 'text' });
  if (attributes.nativeProps && keyboard === 'number') Object.assign(attributes.nativeProps, { inputMode: 'numeric' });
  return (
    <View className={counted ? 'input is-counted' : 'input'}>
      <Input
        className="input-text"
        value={value}
        type={type}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="input-placeholder"
        cursorSpacing={CLEAR_OF_BAR}
        onInput={(event) => onChange(event.detail.value)}
        onBlur={() => onBlur?.()}
        {...attributes}
      />
      {counted ? <View className="cap nb num">{`${value.length}/${maxLength}`}</View> : null}
    </View>
  );
}

/** Several lines of text, with a counter below. */
export function TextArea({ value, onChange, onBlur, placeholder, maxLength = 500, counted = true }: TextProps) {
  const field = useField();
  return (
    <View className="input is-area">
      <Textarea
        className="input-area"
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="input-placeholder"
        cursorSpacing={CLEAR_OF_BAR}
        onInput={(event) => onChange(event.detail.value)}
        onBlur={() => onBlur?.()}
        {...described(field)}
      />
      {counted ? <View className="cap num input-count">{`${value.length}/${maxLength}`}</View> : null}
    </View>
  );
}
