import { momentInWords } from '@shared/dates';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StatusTag, Tags } from '../../components/status-tag';
import { Votes } from '../../components/votes';
import { CorrectSheet } from './correct-sheet';
import { approvalNeeded, type Item, itemName, type Meeting, namesOf, presentSeats, type Seat, subjectOf } from './facts';
import { RecordSheet } from './record-sheet';

/** Votes that were put right, in order: what they were, what they are, who, when and why. */
export function Corrections({ meeting, item }: { meeting: Meeting; item: Item }) {
  if (item.corrections.length === 0) return null;
  return (
    <Section title="更正记录">
      <Rows>
        {item.corrections.map(({ seat, from, to, by, at, reason }) => (
          <ListRow
            key={`${seat}:${at}`}
            title={`${namesOf(meeting, [seat])}：${choiceLabels[from]}改为${choiceLabels[to]}`}
            sub={`${by === 'secretary' ? '秘书代为更正' : '本人更正'}　${momentInWords(at)}　${reason}`}
          />
        ))}
      </Rows>
    </Section>
  );
}

/** The item the meeting is voting on: counts, what is needed, who must recuse, and each seat's vote, or that it is missing. */
export function OpenItem({ meeting, item }: { meeting: Meeting; item: Item }) {
  const [seat, setSeat] = useState<Seat>();
  const close = useCallback(() => setSeat(undefined), []);
  const voteOf = (one: Seat) => item.votes.find((given) => given.seat === one.seat);
  const given = seat && voteOf(seat);
  const recusing = namesOf(meeting, item.recusals);
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
          {item.text ? <View>{item.text}</View> : null}
          <Votes tally={item.tally} />
          <View className="sub">{approvalNeeded(meeting, item)}</View>
          {recusing ? <Notice kind="warn">{`${recusing}与当事人有关联，按规定应当回避。`}</Notice> : null}
        </View>
      </Card>
      <Section title="各席位的表决">
        <Rows>
          {presentSeats(meeting).map((one) => {
            const vote = voteOf(one);
            const open = vote ? item.can.correctVote : item.can.recordVote;
            return (
              <ListRow
                key={one.seat}
                id={`record-${one.seat}`}
                title={one.name}
                sub={vote?.by === 'secretary' ? `${one.title}　秘书代记` : one.title}
                end={<StatusTag kind={vote ? 'plain' : 'line'}>{vote ? choiceLabels[vote.choice] : '未表决'}</StatusTag>}
                onTap={open ? () => setSeat(one) : undefined}
              />
            );
          })}
        </Rows>
      </Section>
      <Corrections meeting={meeting} item={item} />
      {seat && !given ? <RecordSheet meeting={meeting} item={item} seat={seat} onClose={close} /> : null}
      {seat && given ? (
        <CorrectSheet meeting={meeting} item={item} seat={seat.seat} from={given.choice} whose={seat.name} onClose={close} />
      ) : null}
    </>
  );
}
