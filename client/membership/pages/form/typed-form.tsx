import type { DraftForm } from '@shared/membership/form';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { fieldId } from '../../../components/field';
import { jumpTo } from '../../../components/jump';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { replacePage } from '../../../open-page';
import { nextPage } from '../../after-section';
import { givenBefore } from '../../components/notes';
import { QuestionField } from '../../components/question-field';
import { SavedLine } from '../../components/saved-line';
import type { SaveState } from '../../draft/draft-saver';
import type { TypedSection, Values } from '../../draft/kept-draft';
import { useDraft } from '../../draft/use-draft';
import type { Application } from '../../my-application';
import { type Problems, problemsOf } from '../../problems';
import { questionsOf } from '../../questions';

interface TypedFormProps {
  application: Application;
  section: TypedSection;
  /** Field to begin at, as a path. */
  field: string | undefined;
  head: ReactNode;
}

const isEmpty = (value: Values[string]) => value === undefined || value.length === 0;

/** What is wrong from the start: answers that are there but not right. Empty ones are not reproached before the end. */
function presentProblems(section: TypedSection, values: Values, problems: Problems): readonly string[] {
  return Object.keys(problems).filter((path) => !isEmpty(values[path.slice(section.length + 1)]));
}

/** Which problems are shown: at the fields as they are now, in the summary as they were when it was asked for. */
function useProblems(section: TypedSection, form: DraftForm, values: Values, application: Application) {
  const problems = problemsOf(section, form, application);
  const [watched, setWatched] = useState(() => presentProblems(section, values, problems));
  const [summary, setSummary] = useState<Problems>({});
  const stillWrong = Object.keys(summary).some((path) => problems[path]);
  return {
    errorAt: (path: string) => (watched.includes(path) ? problems[path] : undefined),
    // The summary takes the focus when it changes, so it stays as it was while things are being put right.
    summary: stillWrong ? Object.entries(summary).map(([name, text]) => ({ name, text })) : [],
    leaveField: () => setWatched((before) => [...new Set([...before, ...presentProblems(section, values, problems)])]),
    /** True when nothing is wrong. */
    check: () => {
      setWatched(Object.keys(problems));
      setSummary(problems);
      return Object.keys(problems).length === 0;
    },
  };
}

function SaveNotice({ state }: { state: SaveState }) {
  if (state.kind === 'refused') {
    return (
      <Notice kind="danger" announce>
        {state.error.message}
      </Notice>
    );
  }
  if (state.kind !== 'waiting') return null;
  return (
    <Notice kind="warn" icon="offline" announce>
      网络不稳，内容已先存在手机上，连上后自动保存。
    </Notice>
  );
}

function hintOf(state: SaveState, application: Application) {
  if (state.kind === 'saving') return '正在保存……';
  if (state.kind === 'clean') return <SavedLine at={state.savedAt ?? application.updatedAt} />;
  return '还没有保存到服务器，内容都在手机上';
}

/** Questions that are typed or chosen; saved by themselves. */
export function TypedForm({ application, section, field, head }: TypedFormProps) {
  const draft = useDraft(application, section);
  const form = { ...application.form, [section]: draft.values } as DraftForm;
  const { errorAt, summary, leaveField, check } = useProblems(section, form, draft.values, application);
  const [leaving, setLeaving] = useState(false);
  const first = useRef(field);
  useEffect(() => {
    if (first.current) jumpTo(fieldId(first.current));
  }, []);

  const goOn = async () => {
    if (leaving || !check()) return;
    setLeaving(true);
    // Without a network the answers stay on the phone and are sent later; there is no reason to keep the person here.
    await draft.flush();
    replacePage(nextPage(application, form, section));
  };
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar hint={hintOf(draft.state, application)}>
          <Button id="continue" busy={leaving} onTap={() => void goOn()}>
            保存并继续
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary errors={summary} />
      <SaveNotice state={draft.state} />
      {head}
      {questionsOf(section, form).map((question) => {
        const path = `${section}.${question.field}`;
        return (
          <QuestionField
            key={path}
            path={path}
            question={question}
            value={draft.values[question.field]}
            onChange={(value) => draft.change(question.field, value)}
            onBlur={leaveField}
            error={errorAt(path)}
            note={application.notes[path]}
            was={givenBefore(application)(path)}
          />
        );
      })}
    </Page>
  );
}
