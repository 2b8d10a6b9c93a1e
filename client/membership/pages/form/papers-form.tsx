import type { AttachmentKind } from '@shared/membership/categories';
import { papersOf } from '@shared/membership/form';
import { attachmentLabel } from '@shared/membership/unit-labels';
import { type ReactNode, useState } from 'react';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { EmptyState } from '../../../components/states';
import { openPage, replacePage } from '../../../open-page';
import { formPage } from '../../addresses';
import { nextPage } from '../../after-section';
import { SavedLine } from '../../components/saved-line';
import { withKept } from '../../draft/kept-draft';
import type { Application } from '../../my-application';
import { PaperField } from '../../papers/paper-field';
import { SourceSheet } from '../../papers/source-sheet';
import { usePapers } from '../../papers/use-papers';
import { problemsOf } from '../../problems';

interface PapersFormProps {
  application: Application;
  head: ReactNode;
}

/** The papers of a unit: what its category needs, each file uploaded and attached at once. */
export function PapersForm({ application, head }: PapersFormProps) {
  const papers = usePapers(application);
  const [asked, setAsked] = useState(false);
  const [adding, setAdding] = useState<AttachmentKind>();
  const form = withKept(application.id, application.form);
  const category = form.unit?.category;
  const wanted = papersOf(form, application.papers ?? {});
  const missing = problemsOf('attachments', form, application);
  const label = (kind: AttachmentKind) => attachmentLabel(kind, category);
  const sentence = (kind: AttachmentKind) => (missing[`attachments.${kind}`] ? `${label(kind)}还没有上传` : undefined);
  const open = wanted.flatMap(({ kind }) => {
    const text = sentence(kind);
    return text ? [{ name: `attachments.${kind}`, text }] : [];
  });

  const goOn = () => {
    setAsked(true);
    if (open.length === 0 && !papers.busy && wanted.length > 0)
      replacePage(nextPage(application, application.form, 'attachments'));
  };
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar hint={papers.uploading ? '正在上传……' : <SavedLine at={papers.savedAt ?? application.updatedAt} />}>
          <Button id="continue" disabled={papers.busy} onTap={goOn}>
            保存并继续
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary errors={asked ? open : []} />
      {papers.removalError ? (
        <Notice kind="danger" announce>
          {papers.removalError}
        </Notice>
      ) : null}
      {head}
      {wanted.length === 0 ? (
        <EmptyState
          title="请先选单位类别"
          why="要交哪些材料，看是哪一类单位"
          action={{ text: '去选', onTap: () => openPage(formPage('unit', 'unit', 'unit.category')) }}
        />
      ) : null}
      {wanted.map(({ kind, required }) => (
        <PaperField
          key={kind}
          kind={kind}
          label={label(kind)}
          optional={!required}
          application={application}
          papers={papers}
          error={asked ? sentence(kind) : undefined}
          onAdd={() => setAdding(kind)}
        />
      ))}
      {adding ? (
        <SourceSheet
          title={label(adding)}
          onClose={() => setAdding(undefined)}
          onPick={(source) => papers.pick(adding, source)}
        />
      ) : null}
    </Page>
  );
}
