import { outcomeLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { Votes } from '../../components/votes';
import { BatchNames } from './batch-names';
import { changedByMeeting, type Item, itemName, type Meeting, namesOf, subjectOf } from './facts';

const changed = [...changedByMeeting, 'membership.applications'] as const;

interface ItemSheetProps {
  meeting: Meeting;
  item: Item;
  /** Another vote is open. */
  voting: boolean;
  onClose: () => void;
}

interface Step {
  readonly hint: string;
  readonly id: string;
  readonly text: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
  readonly busy: boolean;
  readonly run: () => void;
}

/** What the secretary can do with an item now; `pulled` is the application chosen out of a batch. */
function useSteps({ meeting, item, voting, onClose }: ItemSheetProps, pulled: string) {
  const open = useCommand('governance.openItem', changedByMeeting);
  const remove = useCommand('governance.removeItem', changed);
  const postpone = useCommand('governance.postponeItem', changed);
  const pullOut = useCommand('governance.pullOutItem', changedByMeeting);
  const by = { meetingId: meeting.id, itemId: item.id, version: item.version };
  const thenClose = (work: Promise<unknown>) => void work.then((done) => done && onClose());
  const back = item.kind === 'matter' ? '移出后不再讨论' : '移出后等待下一次会议，当事人会收到消息';
  const all: readonly (Step | false | undefined)[] = pulled
    ? [
        {
          hint: '单列后由会议另行表决，其余的仍一次表决',
          id: 'pull-out',
          text: '单列为一项议题',
          kind: 'primary',
          busy: pullOut.busy,
          run: () => thenClose(pullOut.run({ ...by, applicationId: pulled })),
        },
      ]
    : [
        item.can.postpone && {
          hint: '这次不表决的，等待下一次会议',
          id: 'postpone-item',
          text: '这次不表决',
          kind: 'secondary',
          busy: postpone.busy,
          run: () => thenClose(postpone.run(by)),
        },
        item.can.open &&
          !voting && {
            hint: '出席的席位马上可以在手机上表决',
            id: 'open-item',
            text: '开始表决',
            kind: 'primary',
            busy: open.busy,
            run: () => thenClose(open.run(by)),
          },
        item.can.remove && {
          hint: back,
          id: 'remove-item',
          text: '移出议题',
          kind: 'danger',
          busy: remove.busy,
          run: () => thenClose(remove.run(by)),
        },
      ];
  const steps = all.filter((step): step is Step => Boolean(step));
  return { steps, error: open.error ?? remove.error ?? postpone.error ?? pullOut.error };
}

/** One item: what it is about, who must recuse, its result; and what the secretary can do with it now. */
export function ItemSheet(props: ItemSheetProps) {
  const { meeting, item, onClose } = props;
  const [pulled, setPulled] = useState('');
  const { steps, error } = useSteps(props, pulled);
  const last = steps[steps.length - 1];
  return (
    <Sheet
      title={item.outcome ? `${itemName(item.order)}：${outcomeLabels[item.outcome]}` : itemName(item.order)}
      onClose={onClose}
      footer={
        last ? (
          <BottomBar hint={last.hint}>
            {steps.map(({ id, text, kind, busy, run }) => (
              <Button key={id} id={id} kind={kind} busy={busy} onTap={run}>
                {text}
              </Button>
            ))}
          </BottomBar>
        ) : undefined
      }
    >
      <Failure error={error} />
      <View className="med">{subjectOf(item)}</View>
      {item.text ? <View>{item.text}</View> : null}
      {!item.outcome && item.recusals.length > 0 ? (
        <Notice kind="warn">{`${namesOf(meeting, item.recusals)}与当事人有关联，按规定应当回避。`}</Notice>
      ) : null}
      {item.outcome ? <Votes tally={item.tally} /> : null}
      {item.resolution ? <View>{`决议：${item.resolution}`}</View> : null}
      {item.applications.length > 0 ? (
        <BatchNames meeting={meeting} item={item} pulled={pulled} onPull={item.can.pullOut ? setPulled : undefined} />
      ) : null}
    </Sheet>
  );
}
