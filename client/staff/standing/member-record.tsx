import { dateForDocuments, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { outcomeLabels } from '@shared/labels';
import {
  measureKindLabels,
  measureStateLabels,
  plannedMoveLabels,
  reminderChannelLabels,
} from '@shared/membership/standing-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { KeyValue } from '../../components/key-value';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
import { ReasonSheet } from '../components/reason-sheet';
import { opens } from '../opens';

type Member = Pick<Output<'membership.member'>, 'planned' | 'reminders' | 'measures'>;
type Measure = Member['measures'][number];

function Withdrawal({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const withdraw = useCommand('membership.withdrawMeasure', ['membership.member', 'account.workbench']);
  const send = async (reason: string) => {
    if (await withdraw.run({ measureId: measure.id, version: measure.version, reason })) onClose();
  };
  return (
    <ReasonSheet
      title="撤回这次提请"
      action="撤回提请"
      consequence="移出会议议题，会员会收到通知"
      label="撤回的理由"
      maxLength={500}
      onClose={onClose}
      onConfirm={(reason) => void send(reason)}
      busy={withdraw.busy}
      failure={withdraw.error?.message}
    />
  );
}

function MeasureCard({ measure }: { measure: Measure }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { meeting, outcome, resolution, answer } = measure;
  return (
    <Card>
      <View className="stack">
        <Heading level={3}>{measureKindLabels[measure.kind]}</Heading>
        <KeyValue
          facts={[
            ['编号', measure.reference],
            ['进度', measureStateLabels[measure.state]],
            ['理由', measure.reason],
            ['依据', measure.basis],
            ...(meeting ? ([['会议', `${meeting.title}，${momentInWords(meeting.at)}`]] as const) : []),
            ...(answer ? ([['会员的说明', answer]] as const) : []),
            ...(outcome ? ([['表决', outcomeLabels[outcome] ?? outcome]] as const) : []),
            ...(resolution ? ([['决议', resolution]] as const) : []),
          ]}
        />
        {measure.can.withdraw ? (
          <Button id={`withdraw-${measure.id}`} kind="secondary" onTap={() => setWithdrawing(true)}>
            撤回提请
          </Button>
        ) : null}
      </View>
      {withdrawing ? <Withdrawal measure={measure} onClose={() => setWithdrawing(false)} /> : null}
    </Card>
  );
}

/** Measures before a meeting or decided by one, reminders with their evidence, and what is planned for a day. */
export function MemberRecord({ member: { planned, reminders, measures } }: { member: Member }) {
  return (
    <>
      {measures.length > 0 ? (
        <Section title="提交会议的事项">
          {measures.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} />
          ))}
        </Section>
      ) : null}
      {planned ? (
        <Section title="已定的变动">
          <Rows>
            <ListRow title={plannedMoveLabels[planned.action] ?? planned.action} sub={dateForDocuments(planned.effectiveAt)} />
          </Rows>
        </Section>
      ) : null}
      {reminders.length > 0 ? (
        <Section title="提醒记录">
          <Rows>
            {reminders.map(({ at, by, channel, text, evidence, fileUrl }) => (
              <ListRow
                key={at}
                title={text}
                sub={`${dateForDocuments(at)}　${by}　${reminderChannelLabels[channel] ?? channel}：${evidence}`}
                {...opens(fileUrl)}
              />
            ))}
          </Rows>
        </Section>
      ) : null}
    </>
  );
}
