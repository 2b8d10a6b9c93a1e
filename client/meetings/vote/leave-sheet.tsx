import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Sheet } from '../../components/sheet';
import type { Meeting } from '../meeting/facts';

/** Leaving is deliberate: from then on the seat counts no more. */
export function LeaveSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const leave = useCommand('governance.leaveMeeting', ['governance.meeting']);
  return (
    <Sheet
      title="离会"
      onClose={onClose}
      footer={
        <BottomBar hint="回来后可以再签到">
          <Button
            id="leave"
            busy={leave.busy}
            onTap={() => void leave.run({ meetingId: meeting.id }).then((done) => done && onClose())}
          >
            确认离会
          </Button>
        </BottomBar>
      }
    >
      <Failure error={leave.error} />
      <View>离会后不再计入出席人数，还没宣布结果的表决也不再计您的一票。</View>
    </Sheet>
  );
}
