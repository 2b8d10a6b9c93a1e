import type { Output } from '@shared/endpoints';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { ReasonSheet } from './reason-sheet';

/** Full numbers of a member, of a change old and new, once a reason is given; forgotten when the page is left. */
export function RevealedMember({ memberId, changeId }: { memberId: string; changeId?: string }) {
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<Output<'membership.revealMember'>>();
  const reveal = useCommand('membership.revealMember');
  const close = useCallback(() => setAsking(false), []);
  const confirm = async (reason: string) => {
    const answer = await reveal.run({ memberId, ...(changeId !== undefined && { changeId }), reason });
    if (!answer) return;
    setSeen(answer);
    close();
  };
  if (seen) {
    return (
      <Card>
        <KeyValue
          facts={[
            ['登记的证件号码', seen.idNumber],
            ['新的证件号码', seen.after?.idNumber],
            [seen.representativeMobile === undefined ? '登记的手机' : '登记的联系人手机', seen.mobile],
            ['登记的单位代表手机', seen.representativeMobile],
            ['新的手机', seen.after?.mobile],
          ]}
        />
      </Card>
    );
  }
  return (
    <>
      <Button id="reveal" kind="quiet" small icon="id" onTap={() => setAsking(true)}>
        查看完整号码
      </Button>
      {asking ? (
        <ReasonSheet
          title="查看完整号码"
          action="查看完整号码"
          label="查看的理由"
          consequence="会留下记录，会员能看到"
          maxLength={200}
          templates="reveal"
          onClose={close}
          busy={reveal.busy}
          failure={reveal.error?.message}
          onConfirm={(reason) => void confirm(reason)}
        />
      ) : null}
    </>
  );
}
