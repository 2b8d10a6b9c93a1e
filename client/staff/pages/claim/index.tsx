import { momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { memberKindLabels } from '@shared/labels';
import { claimStateLabels, verificationLabels } from '@shared/membership/claim-labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag, Tags } from '../../../components/status-tag';
import { Candidates } from '../../components/candidates';
import { ConfirmClaimSheet } from '../../components/confirm-claim-sheet';
import { ReasonSheet } from '../../components/reason-sheet';

type Claim = Output<'membership.claim'>;

const changed = ['membership.claim', 'membership.claims', 'account.workbench', 'account.home'] as const;

/** What the claimant typed: the evidence stands beside the records. */
function Typed({ claim }: { claim: Claim }) {
  return (
    <Card>
      <View className="sec">
        <Tags>
          <StatusTag kind={claim.state === 'open' ? 'info' : 'plain'}>{claimStateLabels[claim.state]}</StatusTag>
          <StatusTag>{memberKindLabels[claim.kind]}</StatusTag>
        </Tags>
        <Heading level={1}>{claim.typed.name || '（内容已删除）'}</Heading>
        <KeyValue
          facts={[
            ['登记编号', claim.reference],
            ['填写的后四位', claim.typed.lastFour],
            ['登记时间', momentInWords(claim.at)],
          ]}
        />
      </View>
    </Card>
  );
}

function Decision({ decision }: { decision: NonNullable<Claim['decision']> }) {
  return (
    <Section title="办理结果">
      <Card>
        <KeyValue
          facts={[
            ['经办', decision.by],
            ['时间', momentInWords(decision.at)],
            ['核对方式', decision.method ? verificationLabels[decision.method]?.title : undefined],
            [decision.method ? '核对情况' : '原因', decision.text],
          ]}
        />
      </Card>
    </Section>
  );
}

interface ScreenProps {
  claim: Claim;
  number: string;
  onNumber: (number: string) => void;
}

function ClaimScreen({ claim, number, onNumber }: ScreenProps) {
  const [chosenId, setChosen] = useState<string>();
  const [sheet, setSheet] = useState<'confirm' | 'reject'>();
  const reject = useCommand('membership.rejectClaim', changed);
  const close = useCallback(() => setSheet(undefined), []);
  const { can, candidates } = claim;
  const chosen = candidates.find(({ memberId }) => memberId === chosenId && can.confirm);
  return (
    <Page
      title="核对会籍登记"
      isPrivate
      footer={
        can.confirm || can.reject ? (
          <BottomBar hint={chosen ? '确认前请当面或电话核对身份' : '先选中是本人的那条在册记录'}>
            <Button id="open-reject" kind="secondary" onTap={() => setSheet('reject')}>
              没有核对上
            </Button>
            <Button id="open-confirm" disabled={!chosen} onTap={() => setSheet('confirm')}>
              确认是本人
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {claim.conflict ? <Notice kind="warn">这是您本人的登记，请由别人核对。</Notice> : null}
      <Typed claim={claim} />
      {claim.decision ? <Decision decision={claim.decision} /> : null}
      {claim.state === 'open' ? (
        <Candidates
          claimId={claim.id}
          mayDecide={can.confirm ?? false}
          candidates={candidates}
          chosen={chosen?.memberId}
          onChoose={setChosen}
          number={number}
          onNumber={onNumber}
        />
      ) : null}
      {sheet === 'confirm' && chosen ? <ConfirmClaimSheet claim={claim} candidate={chosen} onClose={close} /> : null}
      {sheet === 'reject' ? (
        <ReasonSheet
          title="没有核对上"
          action="告诉对方没有核对上"
          label="原因"
          templates="claim"
          consequence="对方只知道没有核对上，看不到原因"
          maxLength={300}
          onClose={close}
          busy={reject.busy}
          failure={reject.error?.message}
          onConfirm={(reason) =>
            void reject.run({ claimId: claim.id, version: claim.version, reason }).then((done) => done && close())
          }
        />
      ) : null}
    </Page>
  );
}

/** One claim: what was typed beside the records on file, and the decision. */
export default function ClaimPage() {
  const { id } = useRouter().params;
  const [number, setNumber] = useState('');
  const input = { claimId: id ?? '', ...(number ? { number } : {}) };
  const { data, error, loading, retry } = useCall('membership.claim', input);
  if (data) return <ClaimScreen claim={data} number={number} onNumber={setNumber} />;
  return (
    <Page title="核对会籍登记" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={4} />}
    </Page>
  );
}
