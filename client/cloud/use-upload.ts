import { fieldErrorText } from '@shared/labels';
import { useRef, useState } from 'react';
import { call, upload } from './call';
import { CallError } from './call-error';
import { pickFile } from './pick-file';
import { type FileSource, PickError, type PickedFile } from './picked-file';

const PERMISSION_TEXT = '没有使用相机或文件的权限。可以换另一种方式，或在微信右上角“设置”里打开权限后再试。';
/** What a scan on a printed page needs. */
const scan = { longestSide: 2400, camera: 'back' } as const;

/** What is left to do with a file that was chosen; kept until it is done, so that a retry asks for nothing again. */
interface Work {
  readonly picked: PickedFile;
  fileId?: string;
}

interface Upload {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly pick: (source: FileSource) => void;
  /** Set when a file is chosen but has not arrived. */
  readonly again: (() => void) | undefined;
}

function textOf(error: unknown): string {
  if (error instanceof PickError) return error.code === 'permission' ? PERMISSION_TEXT : fieldErrorText('file', error.code);
  if (!(error instanceof CallError)) return '文件没有传上去，请再试一次';
  const [path, code] = Object.entries(error.fields)[0] ?? [];
  return path && code ? fieldErrorText(path, code) : error.message;
}

/**
 * Scans and documents: the person chooses one, it is uploaded to their own folder, and `attach` tells the server where it
 * belongs (its errors are shown like those of the upload). What succeeded is not repeated by `again`.
 */
export function useUpload(attach: (fileId: string, picked: PickedFile) => Promise<void>): Upload {
  const [work, setWork] = useState<Work>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
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
    const { picked } = next;
    if (!next.fileId) {
      const { cloudPath } = await call('account.prepareUpload', { kind: picked.kind, bytes: picked.bytes });
      next.fileId = await upload(cloudPath, picked.path);
    }
    await attach(next.fileId, picked);
    setWork(undefined);
  };
  const pick = (source: FileSource) =>
    void run(async () => {
      const picked = await pickFile(source, scan);
      if (!picked) return;
      const next: Work = { picked };
      setWork(next);
      await deliver(next);
    });
  return { busy, error, pick, again: work && error ? () => void run(() => deliver(work)) : undefined };
}
