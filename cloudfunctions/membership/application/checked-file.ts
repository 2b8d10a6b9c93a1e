import { AppError } from '../../platform/errors';
import { type FileKind, isOwnUpload, kindOf } from '../../platform/files';
import type { Actor, Files } from '../../platform/types';

const maxBytes = 5 * 1024 * 1024;

/**
 * An uploaded file that is this person's own, there, not too large and by its first bytes really of one of the kinds.
 *
 * @param path field that a refusal is about
 * @throws file.refused; said alike whether somebody else's file exists or not
 */
export async function checkedFile<K extends FileKind>(
  files: Files,
  {
    fileId,
    owner,
    kinds,
    path,
  }: { readonly fileId: string; readonly owner: string; readonly kinds: readonly K[]; readonly path: string },
): Promise<{ readonly url: string; readonly kind: K }> {
  const refused = (code: string) => new AppError('file.refused', { fields: { [path]: code } });
  if (!isOwnUpload(fileId, owner)) throw refused('file.owner');
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  const kind = kinds.find((each) => each === kindOf(bytes));
  if (kind === undefined) throw refused((kinds as readonly FileKind[]).includes('pdf') ? 'document.kind' : 'file.kind');
  return { url, kind };
}

/** The address of an uploaded picture that passed these checks. @throws file.refused */
export const checkedPhoto = async (files: Files, actor: Actor, fileId: string, path: string): Promise<string> =>
  (await checkedFile(files, { fileId, owner: actor.id, kinds: ['jpeg', 'png'], path })).url;
