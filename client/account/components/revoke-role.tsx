import { assignableRoles } from '@shared/access/roles';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { grantWords } from '../../roles';

interface RevokeRoleProps {
  account: { id: string; name: string };
  grant: { role: string; city?: string | undefined };
  onClose: () => void;
}

/** Takes one role away, after one deliberate confirmation. */
export function RevokeRole({ account, grant, onClose }: RevokeRoleProps) {
  const revoke = useCommand('account.revokeRole', ['account.staff', 'account.me']);
  const role = assignableRoles.find((candidate) => candidate === grant.role);
  const submit = async () => {
    if (!role) return;
    const done = await revoke.run({ accountId: account.id, role, ...(grant.city ? { city: grant.city } : {}) });
    if (done) onClose();
  };
  const footer = (
    <BottomBar>
      <Button kind="secondary" onTap={onClose}>
        先不收回
      </Button>
      <Button kind="danger" busy={revoke.busy} onTap={() => void submit()}>
        收回角色
      </Button>
    </BottomBar>
  );
  return (
    <Sheet title="收回角色" onClose={onClose} footer={footer}>
      {revoke.error ? (
        <Notice kind="danger" announce>
          {revoke.error.message}
        </Notice>
      ) : null}
      <View>{`收回后，${account.name}马上不能再按“${grantWords(grant)}”办事。做过的事和记录都保留。`}</View>
    </Sheet>
  );
}
