import { View } from '@tarojs/components';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { type Application, noteVersion, versionOf } from '../../my-application';

const changed = ['membership.myApplication', 'account.home'] as const;

/** The deliberate confirmation of a withdrawal, with what follows from it. */
export function WithdrawSheet({ application, onClose }: { application: Application; onClose: () => void }) {
  const withdraw = useCommand('membership.withdrawApplication', changed);
  const confirm = async () => {
    const moved = await withdraw.run({ applicationId: application.id, version: versionOf(application) });
    if (!moved) return;
    noteVersion(moved.id, moved.version);
    onClose();
  };
  return (
    <Sheet
      title="撤回这次申请？"
      onClose={onClose}
      footer={
        <BottomBar hint="撤回后不能恢复">
          <Button kind="secondary" onTap={onClose}>
            先不撤回
          </Button>
          <Button id="confirm-withdraw" kind="danger" busy={withdraw.busy} onTap={() => void confirm()}>
            撤回申请
          </Button>
        </BottomBar>
      }
    >
      {withdraw.error ? (
        <Notice kind="danger" announce>
          {withdraw.error.message}
        </Notice>
      ) : null}
      <View>{`申请 ${application.reference} 将不再办理，会议也不再讨论。`}</View>
      <View className="sub">已填的内容一年后删除。以后想加入，可以随时重新申请，从头排队。</View>
    </Sheet>
  );
}
