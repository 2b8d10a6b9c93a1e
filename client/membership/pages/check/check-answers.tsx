import { fieldErrorText, sectionLabels } from '@shared/labels';
import type { ConsentKey } from '@shared/membership/consents';
import { type MemberKind, sectionsOf } from '@shared/membership/form';
import { organisation } from '@shared/organisation';
import { reviewWorkingDays } from '@shared/rules/rules';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorSummary } from '../../../components/error-summary';
import { fieldId } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { jumpTo } from '../../../components/jump';
import { KeyValue } from '../../../components/key-value';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { openPage } from '../../../open-page';
import { formPage, sectionOf } from '../../addresses';
import { answersOf, papersInWords } from '../../answers';
import { AssistedBanner } from '../../components/assisted-banner';
import { Portrait } from '../../components/portrait';
import { typedSections, withKept } from '../../draft/kept-draft';
import type { Application } from '../../my-application';
import { problemsOf } from '../../problems';
import { Consents, missingConsents } from './consents';
import { useSubmit } from './use-submit';

const jump = (kind: MemberKind, name: string) => {
  const section = sectionOf(kind, name);
  if (section) openPage(formPage(kind, section, name));
  else jumpTo(fieldId(name));
};

function Answers({ application }: { application: Application }) {
  const form = withKept(application.id, application.form);
  return (
    <>
      {typedSections(application.kind).map((section) => (
        <Section
          key={section}
          title={sectionLabels[section]?.title ?? section}
          action={{ text: '修改', onTap: () => openPage(formPage(application.kind, section)) }}
        >
          <Card id={`answers-${section}`}>
            <KeyValue facts={answersOf(form, section)} />
          </Card>
        </Section>
      ))}
      <Attached application={application} />
    </>
  );
}

/** What is attached besides the answers: a person's photograph, a unit's papers. */
function Attached({ application }: { application: Application }) {
  const { kind, form, attachments, photoUrl } = application;
  const section = kind === 'unit' ? 'attachments' : 'photo';
  return (
    <Section
      title={sectionLabels[section]?.title ?? ''}
      action={{ text: '修改', onTap: () => openPage(formPage(kind, section)) }}
    >
      <Card>
        {kind === 'unit' ? (
          <KeyValue facts={papersInWords(attachments, form.unit?.category)} />
        ) : (
          <Portrait src={photoUrl ?? undefined} small />
        )}
      </Card>
    </Section>
  );
}

function Trouble({ kind, error }: { kind: MemberKind; error: ReturnType<typeof useSubmit>['error'] }) {
  if (!error) return null;
  // What stands beside the form: papers and guardian of an application entered for somebody.
  const beside = Object.entries(error.fields).flatMap(([path, code]) =>
    sectionOf(kind, path) ? [] : fieldErrorText(path, code),
  );
  const said = beside.length > 0 ? beside.join('；') : error.message;
  const text = error.code === 'stale' ? '内容刚刚有变动，下面是最新的。请再看一遍，然后提交。' : said;
  return (
    <Notice kind={error.code === 'stale' ? 'warn' : 'danger'} announce>
      {text}
    </Notice>
  );
}

/** Answers with a way to change each, the consents, and the one button that hands the application in. */
export function CheckAnswers({ application }: { application: Application }) {
  const [given, setGiven] = useState<readonly ConsentKey[]>([]);
  const [errors, setErrors] = useState<readonly { name: string; text: string }[]>([]);
  const [asked, setAsked] = useState(false);
  const submit = useSubmit(application);
  const form = withKept(application.id, application.form);
  const { kind } = application;
  const isReturned = application.state === 'returned';

  const openErrors = () => [
    ...sectionsOf(kind).flatMap((name) =>
      Object.entries(problemsOf(name, form, application)).map(([path, text]) => ({ name: path, text })),
    ),
    ...missingConsents(kind, given),
  ];
  // What the server found wrong is remembered with the answers it was about, and shown like everything else.
  const handled = useRef(submit.error);
  useEffect(() => {
    const { error } = submit;
    if (!error || handled.current === error) return;
    handled.current = error;
    if (error.code === 'stale') void submit.reread();
    submit.remember(form, error.fields);
    setErrors(openErrors());
  });
  const stillOpen = openErrors().map(({ name }) => name);
  // Stays as it was while things are put right: a summary that changes takes the focus.
  const summary = errors.some(({ name }) => stillOpen.includes(name)) ? errors : [];
  const handIn = () => {
    setAsked(true);
    const open = openErrors();
    setErrors(open);
    if (open.length === 0) void submit.run();
  };
  return (
    <Page
      title="核对并提交"
      isPrivate
      footer={
        <BottomBar
          hint={
            isReturned
              ? '交回后接着审查，位置不变'
              : `提交后由${organisation.office}审查，${application.terms?.reviewDays ?? reviewWorkingDays.value} 个工作日内有结果`
          }
        >
          <Button id="submit" busy={submit.busy} onTap={handIn}>
            {isReturned ? '交回申请' : '提交申请'}
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary errors={summary} onJump={(name) => jump(kind, name)} />
      <Trouble kind={kind} error={summary.length === 0 ? submit.error : undefined} />
      <AssistedBanner application={application} />
      <View>
        <View className="sub">{`申请编号 ${application.reference}`}</View>
        <Heading level={1}>请核对您填的内容</Heading>
      </View>
      <Answers application={application} />
      <Consents kind={kind} given={given} onChange={setGiven} asked={asked} onPaper={application.assisted !== null} />
    </Page>
  );
}
