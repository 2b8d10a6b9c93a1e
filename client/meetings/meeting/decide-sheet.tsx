import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { Votes } from '../../components/votes';
import { approvalNeeded, changedByMeeting, type Item, type Meeting, subjectOf } from './facts';

const consequences: Readonly<Record<Item['kind'], string>> = {
  admission: '宣布后写入纪要，随即颁发证书，不能再改',
  admissionBatch: '宣布后写入纪要，随即逐人颁发证书，不能再改',
  measure: '宣布后写入纪要，随即执行，不能再改',
  matter: '宣布后写入纪要，不能再改',
};

/** The deliberate step: with it the resolution stands and cannot be changed. */
export function DecideSheet({ meeting, item, onClose }: { meeting: Meeting; item: Item; onClose: () => void }) {
  const decide = useCommand('governance.decideItem', changedByMeeting);
  const passes = item.tally.approve >= item.needed;
  const submit = async () => {
    const done = await decide.run({ meetingId: meeting.id, itemId: item.id, version: item.version });
    if (done) onClose();
  };
  return (
    <Sheet
      title={passes ? '宣布：议题通过' : '宣布：议题未通过'}
      onClose={onClose}
      footer={
        <BottomBar hint={passes ? consequences[item.kind] : '宣布后写入纪要，当事人会收到消息，不能再改'}>
          <Button id="decide" busy={decide.busy} onTap={() => void submit()}>
            宣布表决结果
          </Button>
        </BottomBar>
      }
    >
      <Failure error={decide.error} />
      <View className="med">{subjectOf(item)}</View>
      <Votes tally={item.tally} />
      <View className="sub">{approvalNeeded(meeting, item)}</View>
    </Sheet>
  );
}

/** Ends the session, after saying what becomes of the items nobody voted on. */
export function CloseSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const finish = useCommand('governance.closeMeeting', changedByMeeting);
  const decided = meeting.items.filter(({ state }) => state === 'decided');
  const passed = decided.filter(({ outcome }) => outcome === 'passed').length;
  const left = meeting.items.filter(({ state }) => state === 'pending' || state === 'open').length;
  const submit = async () => {
    const done = await finish.run({ meetingId: meeting.id, version: meeting.version });
    if (done) onClose();
  };
  return (
    <Sheet
      title="宣布散会"
      onClose={onClose}
      footer={
        <BottomBar hint="散会后不能再签到和表决">
          <Button id="close-meeting" busy={finish.busy} onTap={() => void submit()}>
            宣布散会
          </Button>
        </BottomBar>
      }
    >
      <Failure error={finish.error} />
      <View>{decided.length > 0 ? `已表决 ${decided.length} 项，其中通过 ${passed} 项。` : '还没有表决过议题。'}</View>
      {left > 0 ? <Notice kind="warn">{`还有 ${left} 项没有表决，它们改由下一次会议讨论，当事人会收到消息。`}</Notice> : null}
    </Sheet>
  );
}
