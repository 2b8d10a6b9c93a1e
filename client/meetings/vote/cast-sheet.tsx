import type { Choice as Vote } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Sheet } from '../../components/sheet';
import { type Item, type Meeting, subjectOf } from '../meeting/facts';

interface CastSheetProps {
  meeting: Meeting;
  item: Item;
  choice: Vote;
  onClose: () => void;
}

/** One deliberate confirmation: a vote is cast once. */
export function CastSheet({ meeting, item, choice, onClose }: CastSheetProps) {
  const cast = useCommand('governance.castVote', ['governance.meeting', 'account.workbench']);
  const submit = async () => {
    const done = await cast.run({ meetingId: meeting.id, itemId: item.id, choice });
    if (done) onClose();
  };
  return (
    <Sheet
      title={`您的表决：${choiceLabels[choice]}`}
      onClose={onClose}
      footer={
        <BottomBar hint="投出后要写明原因才能更正，宣布结果后不能再改">
          <Button id="cast" busy={cast.busy} onTap={() => void submit()}>
            {`投出“${choiceLabels[choice]}”`}
          </Button>
        </BottomBar>
      }
    >
      <Failure error={cast.error} />
      <View className="med">{subjectOf(item)}</View>
    </Sheet>
  );
}
