import { memberKindLabels, sectionLabels } from '@shared/labels';
import { type SectionName, sectionsOf } from '@shared/membership/form';
import { draftRetentionDays } from '@shared/rules/rules';
import { View } from '@tarojs/components';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Heading } from '../../../components/heading';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Progress, type Task, TaskList, type TaskState } from '../../../components/task-list';
import { openPage } from '../../../open-page';
import { checkPage, formPage } from '../../addresses';
import { leftToCorrect } from '../../after-section';
import { AssistedBanner } from '../../components/assisted-banner';
import { HelpRow } from '../../components/help-row';
import { NoteList } from '../../components/notes';
import { SavedLine } from '../../components/saved-line';
import type { Application } from '../../my-application';
import { problemsOf } from '../../problems';

const parts = { done: 'done', started: 'half', todo: 'todo' } as const;

interface Plan {
  readonly tasks: readonly Task[];
  readonly done: number;
  /** Section to go on with; none: only the check is left. */
  readonly here: SectionName | undefined;
}

/** What is open in a begun section, as far as the answers are at hand. */
function hintOf(section: SectionName, application: Application, state: TaskState): string | undefined {
  const { form } = application;
  const usual = sectionLabels[section]?.hint;
  if (state !== 'started' || !form[section]) return usual;
  const open = Object.keys(problemsOf(section, form, application)).length;
  return open > 0 ? `还有 ${open} 处要填或要改` : usual;
}

function planOf(application: Application): Plan {
  const { kind, progress } = application;
  const names = sectionsOf(kind);
  const noted = leftToCorrect(application);
  const open = names.filter((name) => progress[name] !== 'done');
  const here = open[0] ?? noted[0];
  const tasks = names.map((name): Task => {
    const state = noted.includes(name) ? 'wrong' : (progress[name] ?? 'todo');
    return {
      key: name,
      title: sectionLabels[name]?.title ?? name,
      hint: hintOf(name, application, state),
      state,
      here: name === here,
      onTap: () => openPage(formPage(kind, name)),
    };
  });
  const check: Task = {
    key: 'check',
    title: '核对并提交',
    hint: open.length === 0 ? '看一遍，同意说明后提交' : `前 ${names.length} 项完成后提交`,
    state: open.length === 0 ? 'todo' : 'locked',
    here: !here,
    onTap: () => openPage(checkPage(kind)),
  };
  return { tasks: [...tasks, check], done: names.length - open.length, here };
}

/** A draft, or an application that came back: what is done, what is left, one button to go on. */
export function Tasks({ application, savedAt }: { application: Application; savedAt: Date | undefined }) {
  const { tasks, done, here } = planOf(application);
  const isReturned = application.state === 'returned';
  const { kind } = application;
  const names = sectionsOf(kind);
  const of = names.length;
  const progress = `已完成 ${done} 项，共 ${of} 项`;
  const allDone = done === of;
  const finish = isReturned ? '核对并交回' : '核对并提交';
  const title = here && sectionLabels[here]?.title;
  const action = title ? (isReturned ? '去修改' : `继续填写“${title}”`) : finish;
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar
          hint={
            isReturned
              ? '改好后核对并交回，位置不变'
              : `可以随时退出，填好的内容会保留 ${application.terms?.draftDays ?? draftRetentionDays.value} 天`
          }
        >
          {isReturned && here && allDone ? (
            <Button id="check" kind="secondary" onTap={() => openPage(checkPage(kind))}>
              核对并交回
            </Button>
          ) : null}
          <Button id="continue" onTap={() => openPage(here ? formPage(kind, here) : checkPage(kind))}>
            {action}
          </Button>
        </BottomBar>
      }
    >
      <OfflineNotice savedAt={savedAt} />
      <AssistedBanner application={application} />
      <View className="stack">
        <View>
          <View className="sub">
            {memberKindLabels[kind]} · <View className="nb">{`申请编号 ${application.reference}`}</View>
          </View>
          <Heading level={1}>{isReturned ? '请补正后交回' : allDone ? '都填好了，核对后提交' : '入会申请'}</Heading>
        </View>
        <View className="between">
          <View className="med">{progress}</View>
          <SavedLine at={application.updatedAt} />
        </View>
        <Progress parts={names.map((name) => parts[application.progress[name] ?? 'todo'])} label={progress} />
      </View>
      {isReturned ? (
        <Section title="经办人的意见" count={Object.keys(application.notes).length}>
          <NoteList application={application} />
        </Section>
      ) : null}
      {isReturned && Object.keys(application.notes).length === 0 ? <Notice kind="warn">请核对各项内容后交回。</Notice> : null}
      <TaskList tasks={tasks} />
      <HelpRow />
    </Page>
  );
}
