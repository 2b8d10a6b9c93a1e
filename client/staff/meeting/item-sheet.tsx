import { outcomeLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { Votes } from '../../components/votes';
import { changedByMeeting, type Item, itemName, type Meeting, subjectOf } from './facts';

interface ItemSheetProps {
  meeting: Meeting;
  item: Item;
  onClose: () => void;
}

/** Takes an item off the agenda before the meeting, opens its vote out of turn during it, or shows its resolution. */
export function ItemSheet({ meeting, item, onClose }: ItemSheetProps) {
  const open = useCommand('governance.openItem', changedByMeeting);
  const remove = useCommand('governance.removeItem', [...changedByMeeting, 'membership.applications']);
  const by = { meetingId: meeting.id, itemId: item.id, version: item.version };
  const error = open.error ?? remove.error;
  const closeWhenDone = (done: unknown) => {
    if (done) onClose();
  };
  return (
    <Sheet
      title={item.outcome ? `${itemName(item.order)}：${outcomeLabels[item.outcome]}` : itemName(item.order)}
      onClose={onClose}
      footer={
        item.outcome ? undefined : item.can.open ? (
          <BottomBar hint="出席的席位马上可以在手机上表决">
            <Button id="open-item" busy={open.busy} onTap={() => void open.run(by).then(closeWhenDone)}>
              开始表决
            </Button>
          </BottomBar>
        ) : (
          <BottomBar hint="移出后，申请回到等待会议讨论，申请人会收到消息">
            <Button id="remove-item" kind="danger" busy={remove.busy} onTap={() => void remove.run(by).then(closeWhenDone)}>
              移出议题
            </Button>
          </BottomBar>
        )
      }
    >
      {error ? (
        <Notice kind="danger" announce>
          {error.message}
        </Notice>
      ) : null}
      <View className="med">{subjectOf(item)}</View>
      {item.outcome ? <Votes tally={item.tally} /> : null}
      {item.resolution ? <View>{`决议：${item.resolution}`}</View> : null}
    </Sheet>
  );
}
