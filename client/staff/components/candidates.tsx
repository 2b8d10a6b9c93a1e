import { cities } from '@shared/cities';
import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { fieldErrorText, standingLabels } from '@shared/labels';
import { isMemberNumber } from '@shared/membership/member-number';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { KeyValue } from '../../components/key-value';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StatusTag, Tags } from '../../components/status-tag';
import { TextInput } from '../../components/text-input';

export type Candidate = Output<'membership.claim'>['candidates'][number];

const cityNames: Readonly<Record<string, string>> = cities;

interface CandidateCardProps {
  candidate: Candidate;
  chosen: boolean;
  onChoose: () => void;
  onCallBack?: (() => void) | undefined;
  mobile?: string | undefined;
}

function CandidateCard({ candidate, chosen, onChoose, onCallBack, mobile }: CandidateCardProps) {
  return (
    <Card id={`candidate-${candidate.memberId}`}>
      <View className="stack">
        <Tags>
          <StatusTag kind={candidate.claimable ? 'ok' : 'plain'}>
            {standingLabels[candidate.standing] ?? candidate.standing}
          </StatusTag>
          {candidate.bound ? (
            <StatusTag kind="warn" icon="warn">
              已绑定另一个微信号
            </StatusTag>
          ) : null}
        </Tags>
        <KeyValue
          facts={[
            ['在册名称', candidate.name],
            ['会员编号', candidate.number],
            ['证件号码', candidate.idNumber],
            ['登记手机', mobile ?? candidate.mobile],
            ['所在城市', cityNames[candidate.city] ?? candidate.city],
            ['入会', dateForDocuments(candidate.admittedAt)],
          ]}
        />
        {candidate.claimable && onCallBack && mobile === undefined ? (
          <Button id={`call-${candidate.memberId}`} kind="quiet" small icon="phone" onTap={onCallBack}>
            查看登记手机，回拨核对（会留下记录）
          </Button>
        ) : null}
        {candidate.claimable ? (
          <Button
            id={`choose-${candidate.memberId}`}
            kind="secondary"
            small
            icon={chosen ? 'check' : undefined}
            label={`${chosen ? '已选中' : '是这一条'}，${candidate.number}`}
            onTap={onChoose}
          >
            {chosen ? '已选中' : '是这一条'}
          </Button>
        ) : (
          <View className="sub">会籍已经终止，不能登记到微信号。</View>
        )}
      </View>
    </Card>
  );
}

interface CandidatesProps {
  claimId: string;
  mayDecide: boolean;
  candidates: readonly Candidate[];
  chosen: string | undefined;
  onChoose: (memberId: string) => void;
  /** The number that was looked up; empty: what fits the claim is shown. */
  number: string;
  onNumber: (number: string) => void;
}

/** Records on file that may be the claimant's, and a way to find one by its number. */
export function Candidates({ claimId, mayDecide, candidates, chosen, onChoose, number, onNumber }: CandidatesProps) {
  const [typed, setTyped] = useState(number);
  const [error, setError] = useState<string>();
  const call = useCommand('membership.callBack');
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  const callBack = async (memberId: string) => {
    const answer = await call.run({ claimId, memberId });
    if (answer) setOpened((before) => ({ ...before, [memberId]: answer.mobile }));
  };
  const look = () => {
    const wrong = typed.trim() !== '' && !isMemberNumber(typed.trim());
    setError(wrong ? fieldErrorText('number', 'memberNumber.unknown') : undefined);
    if (!wrong) onNumber(typed.trim());
  };
  return (
    <Section title={number ? '按会员编号找到的' : '对上的在册记录'} count={candidates.length}>
      <View className="stack-l">
        {candidates.length === 0 ? (
          <Notice kind="warn">
            {number ? '没有这个编号，或不在您所辖的城市。' : '没有对上的记录。改过姓名或手机的，请问会员编号再找。'}
          </Notice>
        ) : null}
        {candidates.length > 1 ? <Notice>有同名的记录，请逐条核对，选中是本人的那一条。</Notice> : null}
        <Failure error={call.error} />
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.memberId}
            candidate={candidate}
            chosen={candidate.memberId === chosen}
            onChoose={() => onChoose(candidate.memberId)}
            onCallBack={mayDecide ? () => void callBack(candidate.memberId) : undefined}
            mobile={opened[candidate.memberId]}
          />
        ))}
        <Field name="number" label="按会员编号找" error={error} optional>
          <TextInput value={typed} onChange={setTyped} maxLength={40} />
        </Field>
        <Button id="look-up" kind="quiet" small icon="search" onTap={look}>
          {number && !typed.trim() ? '回到对上的记录' : '查找'}
        </Button>
      </View>
    </Section>
  );
}
