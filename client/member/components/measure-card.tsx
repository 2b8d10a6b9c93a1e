import { dateForDocuments, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { outcomeLabels } from '@shared/labels';
import { measureKindLabels, measureStateLabels } from '@shared/membership/standing-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { KeyValue } from '../../components/key-value';
import { StatusTag, Tags } from '../../components/status-tag';
import { AnswerSheet } from './answer-sheet';

export type Measure = Output<'membership.myStanding'>['measures'][number];

/** A measure about the membership: what is proposed and why, when the meeting is, what it decided, what one may say. */
export function MeasureCard({ measure }: { measure: Measure }) {
  const [answering, setAnswering] = useState(false);
  const facts: readonly (readonly [string, string])[] = [
    ['编号', measure.reference],
    ['理由', measure.reason],
    ['依据', measure.basis],
    ...(measure.until ? [['暂停到', dateForDocuments(new Date(measure.until).getTime() - 1)] as const] : []),
    ...(measure.meeting ? [['会议', `${measure.meeting.title}，${momentInWords(measure.meeting.at)}`] as const] : []),
    ...(measure.outcome ? [['表决', outcomeLabels[measure.outcome] ?? measure.outcome] as const] : []),
    ...(measure.resolution ? [['决议', measure.resolution] as const] : []),
    ...(measure.answer ? [['您的说明', measure.answer] as const] : []),
  ];
  return (
    <Card>
      <View className="stack">
        <Tags>
          <StatusTag kind={measure.can.answer ? 'warn' : 'plain'} {...(measure.can.answer ? { icon: 'warn' as const } : {})}>
            {measureStateLabels[measure.state]}
          </StatusTag>
        </Tags>
        <Heading level={3}>{measureKindLabels[measure.kind]}</Heading>
        <KeyValue facts={facts.map(([name, value]) => [name, value])} />
        {measure.can.answer ? (
          <Button id={`answer-${measure.id}`} kind="secondary" onTap={() => setAnswering(true)}>
            {measure.answer ? '修改我的说明' : '写下我的说明'}
          </Button>
        ) : null}
      </View>
      {answering ? <AnswerSheet measure={measure} onClose={() => setAnswering(false)} /> : null}
    </Card>
  );
}
