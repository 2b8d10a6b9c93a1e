import { fieldLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { Section } from '../../components/section';
import { inWords, type Review } from '../review-facts';

/** What the applicant changed since the last time they handed it in: before and after at each field. */
export function Changes({ changes }: { changes: NonNullable<Review['changes']> }) {
  if (changes.length === 0) {
    return (
      <Section title="补正改了什么">
        <Card>
          <View>内容没有变化</View>
        </Card>
      </Section>
    );
  }
  return (
    <Section title="补正改了什么" count={changes.length}>
      {changes.map(({ field, before, after }) => (
        <Card key={field}>
          <Heading level={3}>{fieldLabels[field] ?? field}</Heading>
          {after === 'replaced' ? (
            <View>已更换</View>
          ) : (
            <>
              <View className="was">{`原：${inWords(field, before) || '（空）'}`}</View>
              <View className="now">{`现：${inWords(field, after) || '（空）'}`}</View>
            </>
          )}
        </Card>
      ))}
    </Section>
  );
}
