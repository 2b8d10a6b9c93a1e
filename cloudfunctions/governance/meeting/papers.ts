import { AppError } from '../../platform/errors';
import { isOwnUpload, kindOf } from '../../platform/files';
import type { Files } from '../../platform/types';
import type { Paper } from '../meetings';

const maxBytes = 5 * 1024 * 1024;

/**
 * A paper whose file the caller uploaded, that is there, not too large, and by its first bytes a PDF or a picture.
 *
 * @throws file.refused with the field `papers.<index>`
 */
export async function checkedPaper(
  files: Files,
  accountId: string,
  { title, fileId }: { readonly title: string; readonly fileId: string },
  place: { readonly index: number; readonly id: string },
): Promise<Paper> {
  const refused = (code: string) => new AppError('file.refused', { fields: { [`papers.${place.index}`]: code } });
  // Said alike whether such a file exists or not.
  if (!isOwnUpload(fileId, accountId)) throw refused('file.owner');
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  const kind = kindOf(bytes);
  if (kind === undefined) throw refused('paper.kind');
  return { id: place.id, title, kind, file: fileId };
}
