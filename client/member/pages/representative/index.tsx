import { fieldErrorText } from '@shared/labels';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { TextInput } from '../../../components/text-input';
import { EvidenceField } from '../../components/evidence-field';
import type { MemberView } from '../../words';

const questions = [
  { name: 'name', label: '新代表姓名', keyboard: 'text' },
  { name: 'post', label: '职务', keyboard: 'text' },
  { name: 'mobile', label: '手机号码', keyboard: 'number' },
  {
    name: 'code',
    label: '新代表的身份码',
    keyboard: 'text',
    help: '请新代表打开“我的 › 关怀模式与设置 › 我的身份码”念给您，十分钟内有效',
  },
] as const;

type Answers = Readonly<Record<(typeof questions)[number]['name'], string>>;

function RepresentativeForm({ member }: { member: MemberView }) {
  const [answers, setAnswers] = useState<Answers>({ name: '', post: '', mobile: '', code: '' });
  const [evidence, setEvidence] = useState<string>();
  const [sent, setSent] = useState(false);
  const change = useCommand('membership.changeRepresentative', ['membership.myMember']);
  const fields = change.error?.fields ?? {};
  const errorAt = (name: string) => (fields[name] ? fieldErrorText(name, fields[name]) : undefined);
  const submit = async () => {
    const input = { memberId: member.id, version: member.version, ...answers, ...(evidence ? { evidence } : {}) };
    if (await change.run(input)) setSent(true);
  };
  return (
    <Page
      title="变更单位代表"
      isPrivate
      footer={
        sent ? (
          <BottomBar>
            <Button id="back" onTap={() => void Taro.navigateBack()}>
              返回我的会籍
            </Button>
          </BottomBar>
        ) : (
          <BottomBar hint="会员联络部核对后，新代表接手，您不再代表该单位">
            <Button id="send-representative" busy={change.busy} onTap={() => void submit()}>
              提交变更
            </Button>
          </BottomBar>
        )
      }
    >
      <Heading level={1}>{sent ? '变更已提交' : member.name}</Heading>
      {sent ? <Notice kind="ok">会员联络部核对后，结果会在消息里告诉您。核对前仍由您代表单位。</Notice> : null}
      <Failure error={change.error} />
      {sent
        ? null
        : questions.map(({ name, label, keyboard, ...more }) => (
            <Field key={name} name={name} label={label} help={'help' in more ? more.help : undefined} error={errorAt(name)}>
              <TextInput
                value={answers[name]}
                keyboard={keyboard}
                onChange={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
              />
            </Field>
          ))}
      {sent ? (
        <View className="sub">变更的记录在会籍记录里可以看到。</View>
      ) : (
        <EvidenceField
          label="单位的变更函"
          help="盖章的函件，图片或 PDF"
          optional
          fileId={evidence}
          onChange={setEvidence}
          error={errorAt('evidence')}
        />
      )}
    </Page>
  );
}

/** A unit that the person represents gets another representative. */
export default function RepresentativePage() {
  const { id } = useRouter().params;
  const answer = useCall('membership.myMember', id ? { memberId: id } : {});
  if (answer.data?.can.changeRepresentative) return <RepresentativeForm member={answer.data} />;
  return (
    <Page title="变更单位代表" isPrivate busy={answer.loading}>
      {answer.loading ? <Skeleton kind="card" count={3} /> : null}
      {answer.error ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {answer.loading || answer.error ? null : <EmptyState title="不能在这里变更" why="只有单位会员的代表可以变更单位代表。" />}
    </Page>
  );
}
