import { fieldErrorText, fieldLabels, sectionLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { TextArea } from '../../../components/text-input';
import { DetailControl } from '../../components/detail-control';
import { EvidenceField } from '../../components/evidence-field';
import type { MemberView } from '../../words';

type Value = string | readonly string[];
type Values = Readonly<Record<string, Value>>;

const changed = ['membership.myMember', 'account.home', 'account.me'] as const;

interface FormProps {
  member: MemberView;
  section: string;
}

/** What is typed on this page, and how it is sent. */
function useChangeForm({ member, section }: FormProps) {
  const details = member.details.filter(({ field }) => field.startsWith(`${section}.`));
  const [values, setValues] = useState<Values>(() => Object.fromEntries(details.map(({ field, value }) => [field, value])));
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<string>();
  const request = useCommand('membership.requestChange', changed);
  const different = details.filter(({ field, value }) => JSON.stringify(values[field]) !== JSON.stringify(value));
  const reviewed = different.some(({ way }) => way === 'review');
  const submit = () =>
    request.run({
      memberId: member.id,
      version: member.version,
      changes: different.map(({ field }) => ({ field, value: copyOf(values[field] ?? '') })),
      ...(reviewed && reason.trim() ? { reason: reason.trim() } : {}),
      ...(reviewed && evidence ? { evidence } : {}),
    });
  const set = (field: string, value: Value) => setValues((before) => ({ ...before, [field]: value }));
  return { details, values, set, reason, setReason, evidence, setEvidence, request, different, reviewed, submit };
}

const copyOf = (value: Value) => (typeof value === 'string' ? value : [...value]);

function ChangeForm(props: FormProps) {
  const form = useChangeForm(props);
  const { details, values, set, request, different, reviewed } = form;
  const [sent, setSent] = useState<string>();
  const fields = request.error?.fields ?? {};
  const errorAt = (field: string) => (fields[field] ? fieldErrorText(field, fields[field]) : undefined);
  const submit = async () => {
    const done = await form.submit();
    if (done) setSent(done.request?.reference ?? '');
  };
  if (sent !== undefined) return <Sent reference={sent} />;
  const checked = different.length === 0 ? details.some(({ way }) => way === 'review') : reviewed;
  const hint = checked ? '重要信息由会员联络部核对，核对前原来的信息不变' : '保存后马上生效，会留下记录';
  return (
    <Page
      title="更正信息"
      isPrivate
      footer={
        <BottomBar hint={hint}>
          <Button id="send-change" busy={request.busy} disabled={different.length === 0} onTap={() => void submit()}>
            {reviewed ? '提交变更' : '保存变更'}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{`更正${sectionLabels[props.section]?.title ?? '信息'}`}</Heading>
      <ErrorSummary errors={Object.entries(fields).map(([name, code]) => ({ name, text: fieldErrorText(name, code) }))} />
      {request.error && Object.keys(fields).length === 0 ? (
        <Notice kind="danger" announce>
          {request.error.message}
        </Notice>
      ) : null}
      {details.map(({ field, way }) => (
        <Field
          key={field}
          name={field}
          label={fieldLabels[field] ?? field}
          help={way === 'review' ? '改动要核对' : undefined}
          error={errorAt(field)}
        >
          <DetailControl field={field} value={values[field] ?? ''} onChange={(value) => set(field, value)} />
        </Field>
      ))}
      {reviewed ? (
        <>
          <Field name="reason" label="变更的原因" optional>
            <TextArea value={form.reason} onChange={form.setReason} maxLength={300} />
          </Field>
          <EvidenceField
            label="证明材料"
            help="如新的证件、登记证书，图片或 PDF"
            optional
            fileId={form.evidence}
            onChange={form.setEvidence}
            error={errorAt('evidence')}
          />
        </>
      ) : null}
    </Page>
  );
}

/** What happened after the tap, and what comes next. */
function Sent({ reference }: { reference: string }) {
  return (
    <Page
      title="更正信息"
      isPrivate
      footer={
        <BottomBar>
          <Button id="back" onTap={() => void Taro.navigateBack()}>
            返回我的会籍
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{reference ? '变更已提交' : '信息已更新'}</Heading>
      <Notice kind="ok">{reference ? `变更编号 ${reference}` : '新的信息已经生效。'}</Notice>
      <View>{reference ? '会员联络部核对后，结果会在消息里告诉您。' : '改了什么、什么时候改的，在会籍记录里可以看到。'}</View>
    </Page>
  );
}

/** One section of one's own data, to be put right. */
export default function ChangePage() {
  const { id, section } = useRouter().params;
  const answer = useCall('membership.myMember', id ? { memberId: id } : {});
  if (answer.data) return <ChangeForm member={answer.data} section={section ?? 'contact'} />;
  return (
    <Page title="更正信息" isPrivate busy={answer.loading}>
      {answer.loading ? <Skeleton kind="card" count={4} /> : null}
      {answer.error ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {answer.data === null ? <EmptyState title="没有可以更正的信息" why="入会以后，在这里更正会员信息。" /> : null}
    </Page>
  );
}
