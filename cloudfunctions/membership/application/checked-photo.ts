import { AppError } from '../../platform/errors';
import { isOwnUpload, kindOf } from '../../platform/files';
import type { Actor, Files } from '../../platform/types';

const maxBytes = 5 * 1024 * 1024;

/**
 * The address of a picture that the person uploaded, that is there, not too large and really a picture.
 *
 * @param field path that a refusal names
 * @throws file.refused; said alike whether a file of somebody else's exists or not
 */
export async function checkedPhoto(files: Files, actor: Actor, fileId: string, field: string): Promise<string> {
  const refused = (code: string) => new AppError('file.refused', { fields: { [field]: code } });
  if (!isOwnUpload(fileId, actor.id)) throw refused('file.owner');
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  const kind = kindOf(bytes);
  if (kind !== 'jpeg' && kind !== 'png') throw refused('file.kind');
  return url;
}
