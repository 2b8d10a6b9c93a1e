import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Section } from '../../components/section';
import { Timeline } from '../../components/timeline';
import { eventInWords, type MemberView } from '../words';

const atFirst = 8;

/** Everything that happened to the membership, newest first. */
export function History({ member }: { member: MemberView }) {
  const [all, setAll] = useState(false);
  const events = all ? member.timeline : member.timeline.slice(0, atFirst);
  const steps = events.map((event, index) => {
    const { title, lines } = eventInWords(event);
    return {
      key: `${event.at}-${index}`,
      state: 'done' as const,
      title,
      detail: lines.map((line) => <View key={line}>{line}</View>),
    };
  });
  return (
    <Section title="会籍记录">
      <Timeline steps={steps} />
      {all || member.timeline.length <= atFirst ? null : (
        <Button id="all-history" kind="quiet" small onTap={() => setAll(true)}>
          看全部记录
        </Button>
      )}
    </Section>
  );
}
