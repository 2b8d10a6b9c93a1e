import { momentInWords } from '@shared/dates';
import { choices, type Choice as Vote } from '@shared/governance/voting';
import { choiceLabels, outcomeLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { type Item, itemName, type Meeting, openItem, subjectOf } from '../../meeting/facts';
import { QuorumCard } from '../../meeting/quorum-card';

const changed = ['governance.meeting', 'account.workbench'] as const;
const refreshEvery = 4_000;

/** One deliberate confirmation: a vote is cast once. */
function ConfirmSheet({ meeting, item, choice, onClose }: { meeting: Meeting; item: Item; choice: Vote; onClose: () => void }) {
  const cast = useCommand('governance.castVote', changed);
  const submit = async () => {
    const done = await cast.run({ meetingId: meeting.id, itemId: item.id, choice });
    if (done) onClose();
  };
  return (
    <Sheet
      title={`您的表决：${choiceLabels[choice]}`}
      onClose={onClose}
      footer={
        <BottomBar hint="投出后不能再改">
          <Button id="cast" busy={cast.busy} onTap={() => void submit()}>
            {`投出“${choiceLabels[choice]}”`}
          </Button>
        </BottomBar>
      }
    >
      {cast.error ? (
        <Notice kind="danger" announce>
          {cast.error.message}
        </Notice>
      ) : null}
      <View className="med">{subjectOf(item)}</View>
    </Sheet>
  );
}

/** What the seat's holder reads first. */
function headline(meeting: Meeting, item: Item | undefined, present: boolean): string {
  if (meeting.state === 'closed') return '会议已结束';
  if (meeting.state === 'cancelled') return '会议已取消';
  if (!present && meeting.can.signIn) return '请您签到';
  if (!item) return meeting.state === 'inSession' ? '等待下一项表决' : '已签到，等会议开始';
  return item.own ? `您已投“${choiceLabels[item.own]}”` : '请您表决';
}

function VoteScreen({ meeting, savedAt }: { meeting: Meeting; savedAt: Date | undefined }) {
  const [choice, setChoice] = useState('');
  const [confirming, setConfirming] = useState(false);
  const close = useCallback(() => setConfirming(false), []);
  const signIn = useCommand('governance.signIn', changed);
  const item = openItem(meeting);
  const seat = meeting.seats.find((one) => one.seat === meeting.ownSeat);
  const present = seat?.presence === 'onSite' || seat?.presence === 'remote';
  const mayVote = item?.can.castVote === true;
  const allowed = choices.filter((value) => !item?.mustRecuse || value === 'recuse');
  const others = meeting.items.filter(({ state }) => state === 'pending' || state === 'decided');
  const footer =
    !present && meeting.can.signIn ? (
      <BottomBar hint="签到后计入法定人数">
        <Button
          id="sign-in-remote"
          kind="secondary"
          busy={signIn.busy}
          onTap={() => void signIn.run({ meetingId: meeting.id, presence: 'remote' })}
        >
          线上签到
        </Button>
        <Button id="sign-in" busy={signIn.busy} onTap={() => void signIn.run({ meetingId: meeting.id, presence: 'onSite' })}>
          现场签到
        </Button>
      </BottomBar>
    ) : mayVote ? (
      <BottomBar hint="投出后不能再改">
        <Button id="vote" disabled={!choice} onTap={() => setConfirming(true)}>
          投出表决
        </Button>
      </BottomBar>
    ) : undefined;
  return (
    <Page title="会议表决" isPrivate footer={footer}>
      <OfflineNotice savedAt={savedAt} />
      <View>
        <Heading level={1}>{headline(meeting, item, present)}</Heading>
        <View className="sub">{meeting.title}</View>
        <View className="tags sub">
          <View>{momentInWords(meeting.at)}</View>
          <View>{meeting.place}</View>
        </View>
      </View>
      {signIn.error ? (
        <Notice kind="danger" announce>
          {signIn.error.message}
        </Notice>
      ) : null}
      {item ? (
        <Card>
          <View className="sec">
            <StatusTag>{itemName(item.order)}</StatusTag>
            <Heading level={2}>{subjectOf(item)}</Heading>
            {item.mustRecuse ? <Notice kind="warn">您与申请人有关联，按规定应当回避。</Notice> : null}
            {mayVote ? (
              <Field name="choice" label="您的表决">
                <Choice
                  value={choice}
                  onChange={setChoice}
                  options={allowed.map((value) => ({ value, label: choiceLabels[value] }))}
                />
              </Field>
            ) : null}
          </View>
        </Card>
      ) : null}
      <QuorumCard meeting={meeting} />
      {others.length > 0 ? (
        <Section title="议题">
          <Rows>
            {others.map((one) => (
              <ListRow
                key={one.id}
                title={subjectOf(one)}
                sub={itemName(one.order)}
                end={
                  one.outcome ? (
                    <StatusTag kind={one.outcome === 'passed' ? 'ok' : 'plain'}>{outcomeLabels[one.outcome]}</StatusTag>
                  ) : (
                    <StatusTag kind="line">待表决</StatusTag>
                  )
                }
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      {confirming && item && choice ? (
        <ConfirmSheet meeting={meeting} item={item} choice={choice as Vote} onClose={close} />
      ) : null}
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
  if (data && data.ownSeat) return <VoteScreen key={openItem(data)?.id ?? 'none'} meeting={data} savedAt={savedAt} />;
  return (
    <Page title="会议表决" isPrivate busy={loading}>
      {data ? <EmptyState title="您在这个会议没有席位" why="如有疑问，请联系会议秘书。" /> : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {loading ? <Skeleton kind="card" count={4} /> : null}
    </Page>
  );
}
