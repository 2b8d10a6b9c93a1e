import type { AttachmentKind } from '@shared/membership/categories';
import { useRef, useState } from 'react';
import { call } from '../../cloud/call';
import { CallError } from '../../cloud/call-error';
import type { FileSource } from '../../cloud/picked-file';
import { newRequestId } from '../../cloud/request-id';
import { useCommand } from '../../cloud/use-command';
import { useUpload } from '../../cloud/use-upload';
import { markCorrected } from '../draft/kept-draft';
import { type Application, changeMyApplication, noteVersion, versionOf } from '../my-application';

type Attached = Pick<Application, 'version' | 'progress' | 'attachments'> & { readonly savedAt: string };

/** A call that was sent: only the same body may go out under its request id. */
interface Attempt {
  readonly fileId: string;
  readonly requestId: string;
  readonly version: number;
}

/** Brings the papers as the server has them now into the open pages. */
function take({ id, state }: Application, { version, progress, attachments, savedAt }: Attached) {
  noteVersion(id, version);
  if (state === 'returned') markCorrected(id, 'attachments');
  const form: Record<string, { file: string; type: 'jpeg' | 'png' | 'pdf' }[]> = {};
  for (const { kind: paper, file, type } of attachments) form[paper] = [...(form[paper] ?? []), { file, type }];
  changeMyApplication(id, (before) => ({
    ...before,
    version,
    progress,
    attachments,
    updatedAt: savedAt,
    form: { ...before.form, attachments: form },
  }));
}

async function freshVersion(applicationId: string): Promise<number> {
  const { version } = await call('membership.application', { applicationId });
  noteVersion(applicationId, version);
  return version;
}

/** The papers of a unit's application: one file at a time is chosen, uploaded and attached, or taken out again. */
export function usePapers(application: Application) {
  const attempt = useRef<Attempt | undefined>(undefined);
  const current = useRef<AttachmentKind>('stampedForm');
  const [shown, setShown] = useState<AttachmentKind>();
  const [savedAt, setSavedAt] = useState<Date>();

  const done = (answer: Attached) => {
    take(application, answer);
    setSavedAt(new Date(answer.savedAt));
  };
  /** A version moved on by a save is read anew, once; an uncertain call goes out again as it was. */
  const attach = async (fileId: string) => {
    const send = async (version: number) => {
      if (attempt.current?.fileId !== fileId) attempt.current = { fileId, requestId: newRequestId(), version };
      const { requestId, version: sent } = attempt.current;
      const input = { applicationId: application.id, version: sent, kind: current.current, fileId };
      return call('membership.attachFile', input, requestId);
    };
    const anew = async (error: unknown) => {
      if (!(error instanceof CallError) || error.isUncertain) throw error;
      attempt.current = undefined;
      if (error.code !== 'stale') throw error;
      return send(await freshVersion(application.id));
    };
    done(await send(versionOf(application)).catch(anew));
    attempt.current = undefined;
  };
  const upload = useUpload(attach);
  const removal = useCommand('membership.removeFile');

  return {
    /** Paper that is being uploaded, or was last. */
    shown,
    savedAt,
    busy: upload.busy || removal.busy,
    uploading: upload.busy,
    error: upload.error,
    removalError: removal.error?.message,
    again: upload.again,
    pick: (kind: AttachmentKind, source: FileSource) => {
      current.current = kind;
      setShown(kind);
      upload.pick(source);
    },
    remove: async (fileId: string) => {
      const answer = await removal.run({ applicationId: application.id, version: versionOf(application), fileId });
      if (answer) done(answer);
    },
  };
}
