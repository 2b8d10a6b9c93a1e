import type { MinutesView } from '@shared/governance/endpoints';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Section } from '../../components/section';
import { TextArea } from '../../components/text-input';

/** What the secretary has typed and not saved yet, by the key of its section. */
export type Typed = Readonly<Record<string, string>>;

interface EditorProps {
  minutes: MinutesView;
  typed: Typed;
  onChange: (typed: Typed) => void;
}

/** Each section: lines out of the record, which stand, and a field for what is to be added. */
export function MinutesEditor({ minutes, typed, onChange }: EditorProps) {
  return (
    <>
      {minutes.sections.map(({ key, heading, record, text }) => (
        <Section key={key} title={heading}>
          {record.length > 0 ? (
            <Card>
              <View className="sec">
                {record.map((line) => (
                  <View key={line}>{line}</View>
                ))}
              </View>
            </Card>
          ) : null}
          <Field name={`text.${key}`} label={`补充：${heading}`} optional>
            <TextArea value={typed[key] ?? text} onChange={(value) => onChange({ ...typed, [key]: value })} maxLength={2000} />
          </Field>
        </Section>
      ))}
    </>
  );
}
