import { choices, type Choice as Vote } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Sheet } from '../../components/sheet';
import { StatusTag, Tags } from '../../components/status-tag';
import { Votes } from '../../components/votes';
import { approvalNeeded, type Item, itemName, type Meeting, presentSeats, subjectOf } from './facts';

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
      <Failure error={record.error} />
      <Field name="choice" label={subjectOf(item)}>
        <Choice value={choice} onChange={setChoice} options={choices.map((value) => ({ value, label: choiceLabels[value] }))} />
      </Field>
    </Sheet>
  );
}

/** The item the meeting is voting on: counts, what is needed, and each seat's vote, or that it is missing. */
export function OpenItem({ meeting, item }: { meeting: Meeting; item: Item }) {
  const [seat, setSeat] = useState<Seat>();
  const close = useCallback(() => setSeat(undefined), []);
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
          <View className="sub">{approvalNeeded(meeting, item)}</View>
        </View>
      </Card>
      <Section title="各席位的表决">
        <Rows>
          {presentSeats(meeting).map((one) => {
            const vote = item.votes.find((given) => given.seat === one.seat);
            const recordable = item.can.recordVote && !vote;
            return (
              <ListRow
                key={one.seat}
                id={`record-${one.seat}`}
                title={one.name}
                sub={vote?.by === 'secretary' ? `${one.title}　秘书代记` : one.title}
                end={<StatusTag kind={vote ? 'plain' : 'line'}>{vote ? choiceLabels[vote.choice] : '未表决'}</StatusTag>}
                onTap={recordable ? () => setSeat(one) : undefined}
              />
            );
          })}
        </Rows>
      </Section>
      {seat ? <RecordSheet meeting={meeting} item={item} seat={seat} onClose={close} /> : null}
    </>
  );
}
