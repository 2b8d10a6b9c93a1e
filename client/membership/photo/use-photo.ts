import { fieldErrorText } from '@shared/labels';
import { useRef, useState } from 'react';
import { call, upload } from '../../cloud/call';
import { CallError } from '../../cloud/call-error';
import { pickFile } from '../../cloud/pick-file';
import { PickError, type PickedFile } from '../../cloud/picked-file';
import { newRequestId } from '../../cloud/request-id';
import { markCorrected } from '../draft/kept-draft';
import { type Application, changeMyApplication, noteVersion, versionOf } from '../my-application';

const PERMISSION_TEXT = '没有使用相机或相册的权限。可以换另一种方式，或在微信右上角“设置”里打开权限后再试。';
/** Longest side in pixels that a portrait on a printed certificate can use. */
const portrait = { longestSide: 1200, camera: 'front' } as const;

/** What is left to do with a picture that was chosen; kept until it is done, so that a retry asks for nothing again. */
interface Work {
  readonly picked: PickedFile;
  fileId?: string;
  requestId?: string;
  version?: number;
}

interface Photo {
  /** Address of the picture to show: the one just chosen, or the saved one. */
  readonly shown: string | undefined;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly savedAt: Date | undefined;
  readonly pick: (source: 'album' | 'camera') => void;
  /** Set when the picture is chosen but has not arrived. */
  readonly again: (() => void) | undefined;
}

function textOf(error: unknown): string {
  if (error instanceof PickError) {
    return error.code === 'permission' ? PERMISSION_TEXT : fieldErrorText('photo.photo', error.code);
  }
  if (!(error instanceof CallError)) return '照片没有传上去，请再试一次';
  const code = error.fields['photo.photo'] ?? error.fields.bytes;
  return code ? fieldErrorText('photo.photo', code) : error.message;
}

async function freshVersion(applicationId: string): Promise<number> {
  const { version } = await call('membership.application', { applicationId });
  noteVersion(applicationId, version);
  return version;
}

/** Upload and attach; every step that succeeded is not repeated. A version moved on by a save is read anew, once. */
async function send(application: Application, work: Work) {
  const { picked } = work;
  if (!work.fileId) {
    const { cloudPath } = await call('account.prepareUpload', { kind: picked.kind, bytes: picked.bytes });
    work.fileId = await upload(cloudPath, picked.path);
  }
  const attach = () => {
    work.requestId ??= newRequestId();
    work.version ??= versionOf(application);
    const input = { applicationId: application.id, version: work.version, fileId: work.fileId ?? '' };
    return call('membership.attachPhoto', input, work.requestId);
  };
  const anew = async (error: unknown) => {
    if (error instanceof CallError && !error.isUncertain) work.requestId = undefined;
    if (!(error instanceof CallError) || error.code !== 'stale') throw error;
    work.version = await freshVersion(application.id);
    return attach();
  };
  const { version, photoUrl, savedAt } = await attach().catch(anew);
  noteVersion(application.id, version);
  if (application.state === 'returned') markCorrected(application.id, 'photo');
  changeMyApplication(application.id, (before) => ({
    ...before,
    version,
    photoUrl,
    updatedAt: savedAt,
    form: { ...before.form, photo: { photo: work.fileId } },
    progress: { ...before.progress, photo: 'done' },
  }));
  return new Date(savedAt);
}

/** The photograph of an application: choose or take one, and it is uploaded and attached at once. */
export function usePhoto(application: Application): Photo {
  const [work, setWork] = useState<Work>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [savedAt, setSavedAt] = useState<Date>();
  const running = useRef(false);

  const run = async (step: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setError(undefined);
    setBusy(true);
    await step().catch((caught: unknown) => setError(textOf(caught)));
    setBusy(false);
    running.current = false;
  };
  const deliver = async (next: Work) => {
    setSavedAt(await send(application, next));
    setWork(undefined);
  };
  const pick = (source: 'album' | 'camera') =>
    void run(async () => {
      const picked = await pickFile(source, portrait);
      if (!picked) return;
      const next: Work = { picked };
      setWork(next);
      await deliver(next);
    });
  return {
    shown: work?.picked.path ?? application.photoUrl ?? undefined,
    busy,
    error,
    savedAt,
    pick,
    again: work && error ? () => void run(() => deliver(work)) : undefined,
  };
}
