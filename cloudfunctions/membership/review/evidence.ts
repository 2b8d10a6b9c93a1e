import { AppError } from '../../platform/errors';
import { isOwnUpload, kindOf } from '../../platform/files';
import type { Actor, Files } from '../../platform/types';
import type { UrlOf } from './compliance-entries';

const maxBytes = 5 * 1024 * 1024;

/**
 * Checks the files that an officer lets stand for what was judged or looked up: their own uploads, not too large, really
 * pictures or PDFs. Those `known` stand in the record already.
 *
 * @param evidence field path → file id
 * @throws file.refused, naming the field
 */
export async function checkEvidence(
  files: Files,
  actor: Actor,
  evidence: Readonly<Record<string, string | undefined>>,
  known: readonly string[] = [],
): Promise<void> {
  for (const [field, file] of Object.entries(evidence)) {
    if (file === undefined || known.includes(file)) continue;
    const refused = (code: string) => new AppError('file.refused', { fields: { [field]: code } });
    if (!isOwnUpload(file, actor.id)) throw refused('file.owner');
    const [url] = await files.urls([file]);
    if (url === undefined) throw refused('file.missing');
    const bytes = await files.download(file, maxBytes).catch((error: unknown) => {
      throw error instanceof AppError ? refused('file.tooLarge') : error;
    });
    if (kindOf(bytes) === undefined) throw refused('document.kind');
  }
}

/** Short-lived addresses of all files of a page, asked for at once. */
export async function addressesOf(files: Files, ids: readonly (string | undefined)[]): Promise<UrlOf> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const urls = await files.urls(wanted);
  const known = new Map(wanted.map((id, index) => [id, urls[index] ?? null]));
  return (file) => (file === undefined ? null : (known.get(file) ?? null));
}
