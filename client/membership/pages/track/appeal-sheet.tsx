import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { TextArea } from '../../../components/text-input';
import { type Application, replaceMyApplication, versionOf } from '../../my-application';

/** The one appeal against a rejection, with its reason. */
export function AppealSheet({ application, onClose }: { application: Application; onClose: () => void }) {
  const appeal = useCommand('membership.appealApplication', ['account.home']);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() ? undefined : '请写明申诉的理由';
  const confirm = async () => {
    setTried(true);
    if (missing) return;
    const input = { applicationId: application.id, version: versionOf(application), reason: reason.trim() };
    const appealed = await appeal.run(input);
    if (!appealed) return;
    replaceMyApplication(appealed);
    onClose();
  };
  return (
    <Sheet
      title="申诉"
      onClose={onClose}
      footer={
        <BottomBar hint="只能申诉一次，由没有参加审查的工作人员复核">
          <Button id="confirm-appeal" busy={appeal.busy} onTap={() => void confirm()}>
            提交申诉
          </Button>
        </BottomBar>
      }
    >
      {appeal.error ? (
        <Notice kind="danger" announce>
          {appeal.error.message}
        </Notice>
      ) : null}
      <View className="sub">申诉期间不能重新申请。申诉成立的，由下一次会议重新表决。</View>
      <Field name="appeal.reason" label="申诉的理由" error={tried ? missing : undefined}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
    </Sheet>
  );
}
