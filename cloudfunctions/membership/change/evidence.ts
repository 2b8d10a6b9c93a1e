import { AppError } from '../../platform/errors';
import { isOwnUpload, kindOf } from '../../platform/files';
import type { Actor, Files } from '../../platform/types';

const maxBytes = 5 * 1024 * 1024;
const refused = (code: string) => new AppError('file.refused', { fields: { evidence: code } });

/**
 * Makes sure that a file is the person's own upload, there, not too large, and a picture or a PDF.
 *
 * @throws file.refused with what is wrong at `evidence`
 */
export async function checkEvidence(files: Files, actor: Actor, fileId: string | undefined): Promise<void> {
  if (fileId === undefined) return;
  // Said alike whether such a file exists or not.
  if (!isOwnUpload(fileId, actor.id)) throw refused('file.owner');
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  if (!kindOf(bytes)) throw refused('document.kind');
}
