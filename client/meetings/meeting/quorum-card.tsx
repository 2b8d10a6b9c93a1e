import { presenceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { type SeatPresence, Seats } from '../../components/votes';
import type { Meeting } from './facts';
import './quorum-card.css';

const dots: Readonly<Record<string, SeatPresence>> = { onSite: 'onSite', remote: 'remote' };

/** Whether the meeting may decide: quorum as words, an icon and one dot per seat. */
export function QuorumCard({ meeting }: { meeting: Meeting }) {
  const { seats, present, needed, reached } = meeting.quorum;
  const counts = ['onSite', 'remote', 'excused', 'left']
    .map((presence) => ({ presence, count: meeting.seats.filter((seat) => seat.presence === presence).length }))
    .filter(({ count }) => count > 0)
    .map(({ presence, count }) => `${presenceLabels[presence]} ${count} 人`);
  return (
    <Card>
      <View className="sec">
        <View className={reached ? 'quorum is-reached' : 'quorum'}>
          <Icon name={reached ? 'done' : 'clock'} size="l" />
          <View className="row-body">
            <View className="h3">{reached ? '已达法定人数' : '未达法定人数'}</View>
            <View className="sub">{`应到 ${seats} 人，实到 ${present} 人（至少 ${needed} 人）`}</View>
          </View>
        </View>
        <Seats
          seats={meeting.seats.map(({ presence }) => dots[presence ?? ''] ?? 'away')}
          label={`实到 ${present} 人，应到 ${seats} 人`}
        />
        {counts.length > 0 ? (
          <View className="tags sub">
            {counts.map((text) => (
              <View key={text} className="nb">
                {text}
              </View>
            ))}
          </View>
        ) : null}
      </View>
    </Card>
  );
}
