import { momentInWords } from '@shared/dates';
import { meetingModeLabels } from '@shared/governance/labels';
import type { Choice as Vote } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { Button } from '../../../components/button';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { ItemTag } from '../../meeting/agenda';
import { CorrectSheet } from '../../meeting/correct-sheet';
import { type Item, isPresent, itemName, type Meeting, openItem, subjectOf } from '../../meeting/facts';
import { ItemSheet } from '../../meeting/item-sheet';
import { NoticePart } from '../../meeting/notice-part';
import { Corrections } from '../../meeting/open-item';
import { QuorumCard } from '../../meeting/quorum-card';
import { VoteActions } from '../../vote/actions';
import { Ballot } from '../../vote/ballot';
import { CastSheet } from '../../vote/cast-sheet';
import { LeaveSheet } from '../../vote/leave-sheet';

const refreshEvery = 4_000;

/** What the seat's holder reads first. */
function headline(meeting: Meeting, item: Item | undefined, present: boolean): string {
  if (meeting.state === 'closed') return '会议已结束';
  if (meeting.state === 'cancelled') return '会议已取消';
  if (meeting.state === 'planned' && meeting.can.confirmNotice) return '请您确认会议通知';
  if (!present && meeting.can.signIn) return '请您签到';
  if (meeting.state === 'adjourned') {
    return meeting.resumesAt ? `休会到${momentInWords(meeting.resumesAt)}` : '休会中，稍后继续';
  }
  if (!item) return meeting.state === 'inSession' ? '等待下一项表决' : '已签到，等会议开始';
  return item.own ? `您已投“${choiceLabels[item.own]}”` : '请您表决';
}

/** The other items: what they are about; a tap shows names, text and result. */
function OtherItems({ meeting, item }: { meeting: Meeting; item: Item | undefined }) {
  const [shown, setShown] = useState<string>();
  const close = useCallback(() => setShown(undefined), []);
  const others = meeting.items.filter(({ id, state }) => id !== item?.id && state !== 'removed');
  const asked = others.find(({ id }) => id === shown);
  if (others.length === 0) return null;
  return (
    <Section title={item ? '其他议题' : '议题'}>
      <Rows>
        {others.map((one) => (
          <ListRow
            key={one.id}
            title={subjectOf(one)}
            sub={itemName(one.order)}
            end={<ItemTag item={one} />}
            onTap={() => setShown(one.id)}
          />
        ))}
      </Rows>
      {asked ? <ItemSheet meeting={meeting} item={asked} voting={item !== undefined} onClose={close} /> : null}
    </Section>
  );
}

function VoteScreen({ meeting, savedAt }: { meeting: Meeting; savedAt: Date | undefined }) {
  const [choice, setChoice] = useState('');
  const [asked, setAsked] = useState<'cast' | 'correct' | 'leave'>();
  const close = useCallback(() => setAsked(undefined), []);
  const item = openItem(meeting);
  const seat = meeting.seats.find((one) => one.seat === meeting.ownSeat);
  const present = seat !== undefined && isPresent(seat);
  const actions = (
    <VoteActions
      meeting={meeting}
      item={item}
      present={present}
      chosen={choice !== ''}
      onVote={() => setAsked('cast')}
      onCorrect={() => setAsked('correct')}
    />
  );
  return (
    <Page title="会议表决" isPrivate footer={actions}>
      <OfflineNotice savedAt={savedAt} />
      <View>
        <Heading level={1}>{headline(meeting, item, present)}</Heading>
        <View className="sub">{meeting.title}</View>
        <View className="tags sub">
          <View>{momentInWords(meeting.at)}</View>
          <View>{meeting.place}</View>
          <View>{meetingModeLabels[meeting.mode]}</View>
        </View>
      </View>
      {meeting.state === 'planned' ? <NoticePart meeting={meeting} /> : null}
      {item ? <Ballot item={item} choice={choice} onChange={setChoice} /> : null}
      {item ? <Corrections meeting={meeting} item={item} /> : null}
      <QuorumCard meeting={meeting} />
      <OtherItems meeting={meeting} item={item} />
      {meeting.state === 'planned' ? null : <NoticePart meeting={meeting} />}
      {meeting.can.leave ? (
        <Button id="open-leave" kind="quiet" small onTap={() => setAsked('leave')}>
          离会
        </Button>
      ) : null}
      {asked === 'cast' && item?.can.castVote && choice ? (
        <CastSheet meeting={meeting} item={item} choice={choice as Vote} onClose={close} />
      ) : null}
      {asked === 'correct' && item?.own && seat ? (
        <CorrectSheet meeting={meeting} item={item} seat={seat.seat} from={item.own} whose="我" onClose={close} />
      ) : null}
      {asked === 'leave' ? <LeaveSheet meeting={meeting} onClose={close} /> : null}
    </Page>
  );
}

export default function VotePage() {
  const { id } = useRouter().params;
  const { data, error, loading, savedAt, retry } = useCall(
    'governance.meeting',
    { meetingId: id ?? '' },
    { every: refreshEvery },
  );
  if (data?.ownSeat) return <VoteScreen key={openItem(data)?.id ?? 'none'} meeting={data} savedAt={savedAt} />;
  return (
    <Page title="会议表决" isPrivate busy={loading}>
      {data ? <EmptyState title="您在这个会议没有席位" why="如有疑问，请联系会议秘书。" /> : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {loading ? <Skeleton kind="card" count={4} /> : null}
    </Page>
  );
}
