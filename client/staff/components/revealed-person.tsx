import type { Output } from '@shared/endpoints';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { ReasonSheet } from './reason-sheet';

/** Shows the full ID number and mobile, of a unit its people's mobiles, once a reason is given; forgotten when the page is left. */
export function RevealedPerson({ applicationId, isUnit }: { applicationId: string; isUnit: boolean }) {
  const numbers = isUnit ? '手机号码' : '证件号码';
  const [asking, setAsking] = useState(false);
  const [person, setPerson] = useState<Output<'membership.revealPerson'>>();
  const reveal = useCommand('membership.revealPerson', []);
  const close = useCallback(() => setAsking(false), []);
  const confirm = async (reason: string) => {
    const revealed = await reveal.run({ applicationId, reason });
    if (!revealed) return;
    setPerson(revealed);
    close();
  };
  return (
    <>
      {person ? (
        <Card>
          <KeyValue
            facts={[
              ['证件号码', person.idNumber],
              [isUnit ? '联系人手机' : '手机号码', person.mobile],
              ['单位代表手机', person.representativeMobile],
            ]}
          />
        </Card>
      ) : (
        <Button id="reveal" kind="quiet" small icon="id" onTap={() => setAsking(true)}>
          {`查看完整${numbers}`}
        </Button>
      )}
      {asking ? (
        <ReasonSheet
          title={`查看完整${numbers}`}
          action={`查看${numbers}`}
          label="查看的理由"
          consequence="会留下记录，申请人能看到"
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
