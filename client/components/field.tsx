import { View } from '@tarojs/components';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Icon } from './icon';

/** What an input needs to know of the field around it. */
interface FieldContext {
  readonly name: string;
  readonly label: string;
  readonly invalid: boolean;
  /** Ids of help and error, for `aria-describedby` in the browser. */
  readonly describedBy: string;
}

const Context = createContext<FieldContext | undefined>(undefined);

/** The field around an input; an input outside of one is a mistake in the page. */
export function useField(): FieldContext {
  const field = useContext(Context);
  if (!field) throw new Error('an input must stand inside a Field');
  return field;
}

/** Id of a field's node for a path like `identity.idNumber`; what `ErrorSummary` jumps to. */
export function fieldId(name: string) {
  return `field-${name.replace(/[^0-9A-Za-z]/g, '-')}`;
}

interface FieldProps {
  /** Path of the value, as the contract names it: `identity.idNumber`. */
  name: string;
  label: string;
  help?: ReactNode;
  /** Sentence saying what is wrong; undefined when nothing is. */
  error?: string;
  optional?: boolean;
  /** Under every sensitive field: why it is asked, who sees it, how long it is kept. */
  why?: { title: string; text: ReactNode };
  /** One input: TextInput, TextArea, Choice, Select, DateInput, CityPicker. */
  children: ReactNode;
}

/** Label, help, error, input and reason, in this order. */
export function Field({ name, label, help, error, optional, why, children }: FieldProps) {
  const id = fieldId(name);
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const invalid = error !== undefined;
  const context = useMemo(() => ({ name, label, invalid, describedBy }), [name, label, invalid, describedBy]);
  return (
    <Context.Provider value={context}>
      <View id={id} className={invalid ? 'field is-wrong' : 'field'}>
        <View className="field-label">
          {label}
          {optional ? <View className="field-optional">（选填）</View> : null}
        </View>
        {help ? (
          <View id={`${id}-help`} className="field-help">
            {help}
          </View>
        ) : null}
        {error ? (
          <View id={`${id}-error`} className="field-error">
            <Icon name="alert" size="em" />
            <View>{error}</View>
          </View>
        ) : null}
        {children}
        {why ? (
          <View className="why">
            <View className="why-title">
              <Icon name="shield" size="em" />
              {why.title}
            </View>
            {why.text}
          </View>
        ) : null}
      </View>
    </Context.Provider>
  );
}
