import type { MinutesView } from '@shared/governance/endpoints';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';

export const changedByMinutes = ['governance.minutes', 'account.workbench'] as const;

interface ActionsProps {
  minutes: MinutesView;
  /** Something typed on this phone is not saved yet. */
  unsaved: boolean;
  save: { readonly run: () => void; readonly busy: boolean; readonly error: Parameters<typeof Failure>[0]['error'] };
  onReturn: () => void;
  onPublish: () => void;
}

/** The next step of the minutes: save, hand over, check, publish; giving them back stands beside. */
export function MinutesActions({ minutes, unsaved, save, onReturn, onPublish }: ActionsProps) {
  const submit = useCommand('governance.submitMinutes', changedByMinutes);
  const check = useCommand('governance.checkMinutes', changedByMinutes);
  const by = { meetingId: minutes.meetingId, version: minutes.version };
  const { can } = minutes;
  const error = save.error ?? submit.error ?? check.error;
  const hint = (text: string) => (error ? <Failure error={error} /> : text);
  const giveBack = can.return ? (
    <Button id="open-return" kind="secondary" onTap={onReturn}>
      退回修改
    </Button>
  ) : null;
  if (can.save && unsaved) {
    return (
      <BottomBar hint={hint('写的内容已存在手机上，保存后别人才看得到')}>
        <Button id="save-minutes" busy={save.busy} onTap={save.run}>
          保存纪要
        </Button>
      </BottomBar>
    );
  }
  if (can.check) {
    return (
      <BottomBar hint={hint('请对照会议记录逐项核对')}>
        {giveBack}
        <Button id="check-minutes" busy={check.busy} onTap={() => void check.run(by)}>
          核对无误
        </Button>
      </BottomBar>
    );
  }
  if (can.publish) {
    return (
      <BottomBar hint={hint('发布后不能再改')}>
        {giveBack}
        <Button id="open-publish" onTap={onPublish}>
          发布纪要
        </Button>
      </BottomBar>
    );
  }
  if (can.submit) {
    return (
      <BottomBar hint={hint('交出后由没有参与起草的人核对')}>
        <Button id="submit-minutes" busy={submit.busy} onTap={() => void submit.run(by)}>
          交人核对
        </Button>
      </BottomBar>
    );
  }
  return giveBack ? <BottomBar hint={hint('退回后重新起草')}>{giveBack}</BottomBar> : null;
}
