import { useCommand } from '../../cloud/use-command';
import { ReasonSheet } from '../../staff/components/reason-sheet';
import { changedByMeeting, type Meeting } from './facts';

/** Calls a planned meeting off, with the reason. */
export function CancelSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const cancel = useCommand('governance.cancelMeeting', changedByMeeting);
  return (
    <ReasonSheet
      title="取消会议"
      action="取消会议"
      label="取消的原因"
      templates="meeting"
      consequence="取消后不能恢复；议题里的申请改由下一次会议讨论"
      maxLength={200}
      onClose={onClose}
      busy={cancel.busy}
      failure={cancel.error?.message}
      onConfirm={(reason) =>
        void cancel.run({ meetingId: meeting.id, version: meeting.version, reason }).then((done) => done && onClose())
      }
    />
  );
}
