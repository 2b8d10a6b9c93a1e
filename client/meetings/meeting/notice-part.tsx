import { momentInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Section } from '../../components/section';
import { StatusTag, Tags } from '../../components/status-tag';
import { type Meeting, namesOf } from './facts';
import { Papers } from './papers';

/** The newest notice with its papers, and who has confirmed it. */
export function NoticePart({ meeting, onSend }: { meeting: Meeting; onSend?: () => void }) {
  const [newest] = meeting.notices;
  if (!newest) return null;
  const waiting = newest.receipts.filter(({ confirmedAt }) => confirmedAt === null).map(({ seat }) => seat);
  const confirmed = newest.receipts.length - waiting.length;
  return (
    <Section title="会议通知" action={onSend && meeting.can.sendNotice ? { text: '再发通知', onTap: onSend } : undefined}>
      <Card>
        <View className="sec">
          <View className="sub">{`${newest.number > 1 ? `第 ${newest.number} 次通知，` : ''}${momentInWords(newest.sentAt)}发出`}</View>
          {newest.changeReason ? <View className="med">{`改动：${newest.changeReason}`}</View> : null}
          <View>{newest.text}</View>
          {newest.receipts.length > 0 ? (
            <Tags>
              <StatusTag kind={waiting.length === 0 ? 'ok' : 'plain'}>{`已确认 ${confirmed} 人`}</StatusTag>
              {waiting.length > 0 ? <StatusTag kind="warn" icon="clock">{`还没确认 ${waiting.length} 人`}</StatusTag> : null}
            </Tags>
          ) : null}
          {waiting.length > 0 ? <View className="sub">{`还没确认：${namesOf(meeting, waiting)}`}</View> : null}
        </View>
      </Card>
      {newest.papers.length > 0 ? <Papers meeting={meeting} papers={newest.papers} /> : null}
    </Section>
  );
}
