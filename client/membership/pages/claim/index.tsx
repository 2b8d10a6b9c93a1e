import { momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { fieldErrorText, memberKindLabels } from '@shared/labels';
import { LastFour } from '@shared/membership/claim';
import { claimStateTexts } from '@shared/membership/claim-labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Choice } from '../../../components/choice';
import { ErrorSummary } from '../../../components/error-summary';
import { Failure } from '../../../components/failure';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { TextInput } from '../../../components/text-input';
import { openPage } from '../../../open-page';
import { BigSign } from '../../components/big-sign';
import { HelpRow } from '../../components/help-row';

type OwnClaim = NonNullable<Output<'membership.myClaim'>>;
type Kind = OwnClaim['kind'];

const signs = { open: ['plain', 'clock'], confirmed: ['ok', 'check'], rejected: ['danger', 'close'] } as const;

/** Where a claim stands: never anything about a record. */
function Standing({ claim, onAgain }: { claim: OwnClaim; onAgain: () => void }) {
  const { title, text } = claimStateTexts[claim.state];
  const [kind, icon] = signs[claim.state];
  const act = {
    confirmed: {
      text: claim.kind === 'unit' ? '查看单位牌匾' : '查看会员证书',
      run: () => openPage(pages.certificate(claim.memberId ?? undefined)),
    },
    rejected: { text: '重新登记', run: onAgain },
  };
  const next = claim.state === 'open' ? undefined : act[claim.state];
  return (
    <Page
      title="登记找回"
      isPrivate
      footer={
        next ? (
          <BottomBar>
            <Button id="next" onTap={next.run}>
              {next.text}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <BigSign kind={kind} icon={icon} title={title}>
        {text}
      </BigSign>
      <View className="sub center">{`${memberKindLabels[claim.kind]}，${momentInWords(claim.at)} 登记`}</View>
      <HelpRow title="想问进度，或要当面办？" />
    </Page>
  );
}

const kinds = (['individual', 'unit'] as const).map((value) => ({ value, label: memberKindLabels[value] ?? value }));

/** What is still wrong, by field. */
function problemsOf(name: string, lastFour: string): Readonly<Record<string, string>> {
  return {
    ...(name.trim() ? {} : { name: '请填写名称' }),
    ...(LastFour.safeParse(lastFour).success ? {} : { lastFour: fieldErrorText('lastFour', 'lastFour.format') }),
  };
}

function ClaimForm({ onDone }: { onDone: () => void }) {
  const [kind, setKind] = useState<Kind>('individual');
  const [name, setName] = useState('');
  const [lastFour, setLastFour] = useState('');
  const [asked, setAsked] = useState(0);
  const [summary, setSummary] = useState<Readonly<Record<string, string>>>({});
  const claim = useCommand('membership.claimRecord', ['membership.myClaim']);
  const problems = problemsOf(name, lastFour);
  const send = async () => {
    setAsked(asked + 1);
    setSummary(problems);
    if (Object.keys(problems).length > 0) return;
    if (await claim.run({ kind, name: name.trim(), lastFour: lastFour.trim() })) onDone();
  };
  const shown = (field: string) => (asked > 0 ? problems[field] : undefined);
  const isUnit = kind === 'unit';
  return (
    <Page
      title="登记找回"
      isPrivate
      footer={
        <BottomBar hint="工作人员核对身份后，会籍登记到这个微信号">
          <Button id="claim" busy={claim.busy} onTap={() => void send()}>
            提交登记
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={asked} errors={Object.entries(summary).map(([field, text]) => ({ name: field, text }))} />
      <Failure error={claim.error} />
      <View>
        <Heading level={1}>已经是会员，登记到这个微信号</Heading>
        <View className="sub">以前入会、换了手机或微信号，都在这里办。</View>
      </View>
      <Field name="kind" label="会员类别">
        <Choice value={kind} onChange={(value) => setKind(value as Kind)} options={kinds} layout="chips" />
      </Field>
      <Field
        name="name"
        label={isUnit ? '单位名称' : '姓名'}
        help={isUnit ? '与入会时登记的全称一致' : '与入会时登记的姓名一致'}
        error={shown('name')}
      >
        <TextInput value={name} onChange={setName} maxLength={100} />
      </Field>
      <Field
        name="lastFour"
        label="号码后四位"
        help={isUnit ? '统一社会信用代码，或登记的联系人手机' : '证件号码，或登记的手机号码'}
        error={shown('lastFour')}
        why={{ title: '为什么要填', text: '用来找到您在册的记录，只有核对的工作人员能看到。不会告诉任何人在册有没有这个名字。' }}
      >
        <TextInput value={lastFour} onChange={setLastFour} maxLength={4} keyboard="idcard" />
      </Field>
      <HelpRow title="不记得登记的号码？" />
    </Page>
  );
}

/** Existing members register online: claim the record on file. */
export default function ClaimPage() {
  const { data, error, loading, retry } = useCall('membership.myClaim', {});
  const [again, setAgain] = useState(false);
  const isStranger = error?.code === 'auth.required';
  if (data && !(again && data.state === 'rejected')) return <Standing claim={data} onAgain={() => setAgain(true)} />;
  if (data !== undefined) return <ClaimForm onDone={() => setAgain(false)} />;
  return (
    <Page title="登记找回" isPrivate busy={loading}>
      {loading ? <Skeleton kind="card" count={3} /> : null}
      {error ? <ErrorState error={error} onRetry={retry} comfort={isStranger ? undefined : '已提交的登记不受影响。'} /> : null}
    </Page>
  );
}
