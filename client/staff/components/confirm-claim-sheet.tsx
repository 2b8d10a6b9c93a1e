import type { Output } from '@shared/endpoints';
import { verificationMethods } from '@shared/membership/claim';
import { verificationLabels } from '@shared/membership/claim-labels';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { KeyValue } from '../../components/key-value';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import type { Candidate } from './candidates';

type Claim = Output<'membership.claim'>;
type Method = (typeof verificationMethods)[number];

const options = verificationMethods.map((value) => ({
  value,
  label: verificationLabels[value]?.title ?? value,
  hint: verificationLabels[value]?.hint,
}));

interface ConfirmClaimSheetProps {
  claim: Claim;
  candidate: Candidate;
  onClose: () => void;
}

/** The deliberate step: names what follows, and asks how the person was verified. */
export function ConfirmClaimSheet({ claim, candidate, onClose }: ConfirmClaimSheetProps) {
  const [method, setMethod] = useState<Method>();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const confirm = useCommand('membership.confirmClaim', [
    'membership.claim',
    'membership.claims',
    'account.workbench',
    'account.home',
  ]);
  const missing = { method: method ? undefined : '请选择怎样核对了身份', note: note.trim() ? undefined : '请写明核对的情况' };
  const send = async () => {
    setAsked(true);
    if (!method || missing.note) return;
    const done = await confirm.run({
      claimId: claim.id,
      version: claim.version,
      memberId: candidate.memberId,
      memberVersion: candidate.version,
      verification: { method, note: note.trim() },
    });
    if (done) onClose();
  };
  return (
    <Sheet
      title={candidate.bound ? '换绑到新的微信号' : '登记到这个微信号'}
      onClose={onClose}
      footer={
        <BottomBar hint={candidate.bound ? '确认后，原微信账号将立即失去访问' : '确认后，对方马上可以使用会籍'}>
          <Button id="confirm" busy={confirm.busy} onTap={() => void send()}>
            {candidate.bound ? '确认换绑' : '确认登记'}
          </Button>
        </BottomBar>
      }
    >
      <Failure error={confirm.error} />
      {candidate.bound ? (
        <Notice kind="warn">原微信账号将立即失去访问，双方都会收到通知；原持有人可以打电话提出异议。</Notice>
      ) : null}
      <KeyValue
        facts={[
          ['填写的姓名', claim.typed.name],
          ['在册记录', `${candidate.name}　${candidate.number}`],
        ]}
      />
      <Field name="method" label="怎样核对的身份" error={asked ? missing.method : undefined}>
        <Choice value={method ?? ''} onChange={(value) => setMethod(value as Method)} options={options} />
      </Field>
      <Field name="note" label="核对的情况" help="会留在记录里" error={asked ? missing.note : undefined}>
        <TextArea value={note} onChange={setNote} maxLength={300} />
      </Field>
    </Sheet>
  );
}
