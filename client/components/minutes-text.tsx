import type { MinutesView } from '@shared/governance/endpoints';
import { View } from '@tarojs/components';
import { Card } from './card';
import { Section } from './section';

/** Minutes as they are read: each section with its lines from the record, and what the secretary added. */
export function MinutesText({ sections }: Pick<MinutesView, 'sections'>) {
  const shown = sections.filter(({ record, text }) => record.length > 0 || text);
  return (
    <>
      {shown.map(({ key, heading, record, text }) => (
        <Section key={key} title={heading}>
          <Card>
            <View className="sec">
              {record.map((line) => (
                <View key={line}>{line}</View>
              ))}
              {text ? <View>{text}</View> : null}
            </View>
          </Card>
        </Section>
      ))}
    </>
  );
}
