import type { MinutesView } from '@shared/governance/endpoints';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Sheet } from '../../components/sheet';
import { ReasonSheet } from '../../staff/components/reason-sheet';
import { changedByMinutes } from './actions';

interface SheetProps {
  minutes: MinutesView;
  onClose: () => void;
}

/** Gives minutes back to be written anew, with the reason. */
export function ReturnMinutesSheet({ minutes, onClose }: SheetProps) {
  const giveBack = useCommand('governance.returnMinutes', changedByMinutes);
  const by = { meetingId: minutes.meetingId, version: minutes.version };
  return (
    <ReasonSheet
      title="退回纪要"
      action="退回修改"
      label="退回的原因"
      templates="minutes"
      consequence="会议秘书会看到原因，改好后再交来核对"
      maxLength={200}
      onClose={onClose}
      busy={giveBack.busy}
      failure={giveBack.error?.message}
      onConfirm={(reason) => void giveBack.run({ ...by, reason }).then((done) => done && onClose())}
    />
  );
}

/** The deliberate step: with it the members concerned get the minutes. */
export function PublishSheet({ minutes, onClose }: SheetProps) {
  const publish = useCommand('governance.publishMinutes', changedByMinutes);
  const submit = async () => {
    if (await publish.run({ meetingId: minutes.meetingId, version: minutes.version })) onClose();
  };
  return (
    <Sheet
      title="发布纪要"
      onClose={onClose}
      footer={
        <BottomBar hint="发布后不能再改，也不能收回">
          <Button id="publish-minutes" busy={publish.busy} onTap={() => void submit()}>
            发布纪要
          </Button>
        </BottomBar>
      }
    >
      <Failure error={publish.error} />
      <View>纪要发给各席位的担任者，和这次会议表决过的申请人、会员；每个人读过后，这里看得到时间。</View>
      {minutes.receipts.length > 0 ? <View className="med">{`共 ${minutes.receipts.length} 人`}</View> : null}
    </Sheet>
  );
}
