import { choices, type Choice as Vote } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { StatusTag, Tags } from '../../components/status-tag';
import { Votes } from '../../components/votes';
import { type Item, itemName, type Meeting, seatsToVote, subjectOf } from '../meeting-facts';

type Seat = Meeting['seats'][number];

/** Records the vote of one seat in the secretary's hand. */
function RecordSheet({ meeting, item, seat, onClose }: { meeting: Meeting; item: Item; seat: Seat; onClose: () => void }) {
  const [choice, setChoice] = useState('');
  const record = useCommand('governance.recordVote', ['governance.meeting']);
  const submit = async () => {
    if (!choice) return;
    const done = await record.run({ meetingId: meeting.id, itemId: item.id, seat: seat.seat, choice: choice as Vote });
    if (done) onClose();
  };
  return (
    <Sheet
      title={`代记 ${seat.name} 的表决`}
      onClose={onClose}
      footer={
        <BottomBar hint="记入后不能再改，并注明由秘书代记">
          <Button id="record-vote" disabled={!choice} busy={record.busy} onTap={() => void submit()}>
            记入表决
          </Button>
        </BottomBar>
      }
    >
      {record.error ? (
        <Notice kind="danger" announce>
          {record.error.message}
        </Notice>
      ) : null}
      <Field name="choice" label={subjectOf(item)}>
        <Choice value={choice} onChange={setChoice} options={choices.map((value) => ({ value, label: choiceLabels[value] }))} />
      </Field>
    </Sheet>
  );
}

/** The item the meeting is voting on: counts, what is needed, and who has not voted yet. */
export function OpenItem({ meeting, item }: { meeting: Meeting; item: Item }) {
  const [seat, setSeat] = useState<Seat>();
  const close = useCallback(() => setSeat(undefined), []);
  const waiting = seatsToVote(meeting, item);
  return (
    <>
      <Card>
        <View className="sec">
          <Tags>
            <StatusTag>{itemName(item.order)}</StatusTag>
            <StatusTag kind="info" icon="now">
              正在表决
            </StatusTag>
          </Tags>
          <Heading level={2}>{subjectOf(item)}</Heading>
          <Votes tally={item.tally} />
          <View className="sub">{`出席 ${meeting.quorum.present} 人，至少 ${item.needed} 票同意才能通过；回避的席位不计入基数。`}</View>
        </View>
      </Card>
      {item.can.recordVote && waiting.length > 0 ? (
        <Section title="还没有表决的席位" count={waiting.length}>
          <Rows>
            {waiting.map((one) => (
              <ListRow key={one.seat} id={`record-${one.seat}`} title={one.name} sub={one.title} onTap={() => setSeat(one)} />
            ))}
          </Rows>
        </Section>
      ) : null}
      {seat ? <RecordSheet meeting={meeting} item={item} seat={seat} onClose={close} /> : null}
    </>
  );
}
