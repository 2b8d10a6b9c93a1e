import { requiredConsents } from '@shared/membership/consents';
import { pages } from '@shared/pages';
import { useState } from 'react';
import { call } from '../../../cloud/call';
import { CallError } from '../../../cloud/call-error';
import { useCommand } from '../../../cloud/use-command';
import { replacePage } from '../../../open-page';
import { submittedPage } from '../../addresses';
import { saveKept } from '../../draft/draft-saver';
import { forgetCorrected } from '../../draft/kept-draft';
import { type Application, replaceMyApplication, versionOf } from '../../my-application';
import { rememberProblems } from '../../problems';

const offline = new CallError('network', '没能连上网络，还没有提交。您填的内容都在，请再试一次');

/**
 * Hands the application in: first what is still only on the phone, then the submission, under one request id until the
 * server answers, however often it is tapped. When something was saved elsewhere meanwhile, the new state is shown and
 * nothing is handed in unseen.
 */
export function useSubmit(application: Application) {
  const submit = useCommand('membership.submitApplication');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<CallError>();

  const saveAll = async () => {
    setSaving(true);
    const saved = await saveKept(application);
    setSaving(false);
    return saved;
  };
  const run = async () => {
    if (saving || submit.busy) return;
    setProblem(undefined);
    if (!(await saveAll())) return setProblem(offline);
    const consents = [...requiredConsents(application.kind)];
    const submitted = await submit.run({ applicationId: application.id, version: versionOf(application), consents });
    if (!submitted) return;
    forgetCorrected(application.id);
    replaceMyApplication(submitted);
    replacePage(submitted.assisted ? pages.assisted(submitted.id) : submittedPage(application.kind));
  };
  /** After `stale`: shows what is there now. */
  const reread = async () => {
    try {
      const now = await call('membership.application', { applicationId: application.id });
      replaceMyApplication(now);
    } catch {
      // The page keeps what it shows; the next submission says again what is wrong.
    }
  };
  return { run, reread, busy: saving || submit.busy, error: problem ?? submit.error, remember: rememberProblems };
}
