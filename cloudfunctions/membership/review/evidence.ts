import { checkedUpload, pictureOrDocument } from '../../platform/checked-upload';
import type { Actor, Files, Transaction } from '../../platform/types';
import type { UrlOf } from './compliance-entries';

/**
 * Takes in the files that an officer lets stand for what was judged, looked up or recorded. Those `known` stand in the record
 * already.
 *
 * @param evidence field path → file id
 * @param of whose record they become part of
 * @throws file.refused, naming the field
 */
export async function takeEvidence(
  context: { readonly actor: Actor; readonly files: Files; readonly tx: Transaction },
  evidence: Readonly<Record<string, string | undefined>>,
  of: string,
  known: readonly string[] = [],
): Promise<void> {
  for (const [path, fileId] of Object.entries(evidence)) {
    if (fileId === undefined || known.includes(fileId)) continue;
    await checkedUpload(context, { fileId, kinds: pictureOrDocument, path, of });
  }
}

/** Short-lived addresses of all files of a page, asked for at once. */
export async function addressesOf(files: Files, ids: readonly (string | undefined)[]): Promise<UrlOf> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const urls = await files.urls(wanted);
  const known = new Map(wanted.map((id, index) => [id, urls[index] ?? null]));
  return (file) => (file === undefined ? null : (known.get(file) ?? null));
}
