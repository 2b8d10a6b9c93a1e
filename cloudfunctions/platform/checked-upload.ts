import { AppError } from './errors';
import { type FileKind, isOwnUpload, kindOf } from './files';
import type { Actor, Files, Transaction } from './types';

const maxBytes = 5 * 1024 * 1024;

/** A file that somebody hands in, and what it may be. */
export interface Upload<K extends FileKind> {
  readonly fileId: string;
  readonly kinds: readonly K[];
  /** Field that a refusal is about. */
  readonly path: string;
  /** Code of a refusal for any other kind. */
  readonly wrongKind?: string;
  /** Whose record it becomes part of: the file goes with what else there is of them. */
  readonly of: string;
}

/** A picture or a PDF. */
export const pictureOrDocument = ['pdf', 'jpeg', 'png'] as const;

/**
 * Takes an upload into a record: the person's own, there, at most 5 MB and by its first bytes of one of the kinds. From then on
 * it is kept as long as the record, see `file.attached`.
 *
 * @throws file.refused; said alike whether somebody else's file exists or not
 */
export async function checkedUpload<K extends FileKind>(
  { actor, files, tx }: { readonly actor: Actor; readonly files: Files; readonly tx: Transaction },
  { fileId, kinds, path, wrongKind = 'document.kind', of }: Upload<K>,
): Promise<{ readonly url: string; readonly kind: K }> {
  const refused = (code: string) => new AppError('file.refused', { fields: { [path]: code } });
  if (!isOwnUpload(fileId, actor.id)) throw refused('file.owner');
  const [url] = await files.urls([fileId]);
  if (url === undefined) throw refused('file.missing');
  const bytes = await files.download(fileId, maxBytes).catch((error: unknown) => {
    throw error instanceof AppError ? refused('file.tooLarge') : error;
  });
  const kind = kinds.find((each) => each === kindOf(bytes));
  if (kind === undefined) throw refused(wrongKind);
  tx.emit({ type: 'file.attached', file: fileId, of });
  return { url, kind };
}
