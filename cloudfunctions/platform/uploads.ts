import { idOf } from './canonical';
import { cloudFiles } from './files';
import { addOnce, cloud, database, operators } from './sdk';

/**
 * Where uploads were allowed to go: what nobody handed in is removed after a while, and what belongs to a person with their
 * account. Beside the journal, like the limiter's counters: it says nothing but that a file may be there.
 */
export interface UploadNote {
  readonly _id: string;
  /** Who was given the place; once the file is part of a record, whose record it is. */
  readonly account: string;
  readonly path: string;
  readonly at: Date;
  /** Handed in: it stays as long as the record that it belongs to. */
  readonly kept: boolean;
}

const collection = 'uploads';

/** Notes that a person was given a place for an upload. */
export async function noteUpload(note: Omit<UploadNote, '_id'>): Promise<void> {
  await addOnce(collection, { _id: idOf('upload', note.path), ...note });
}

/** Places older than a moment whose files were not handed in as far as is known, oldest first. */
export async function oldUploads(before: Date, limit: number): Promise<readonly UploadNote[]> {
  const old = database.collection(collection).where({ kept: false, at: operators.lt(before) });
  const { data } = await old.orderBy('at', 'asc').limit(limit).get();
  return data as readonly unknown[] as readonly UploadNote[];
}

/** Notes that these files were handed in: they stay as long as the record they belong to. */
export async function keepUploads(notes: readonly UploadNote[]): Promise<void> {
  if (notes.length === 0) return;
  const ids = notes.map(({ _id }) => _id);
  await database
    .collection(collection)
    .where({ _id: operators.in(ids) })
    .update({ data: { kept: true } });
}

/** Notes that files were handed in and whose they are: what staff attach to somebody's record goes with that, not with them. */
export async function passUploads(paths: readonly string[], to: string): Promise<void> {
  if (paths.length === 0) return;
  const ids = paths.map((path) => idOf('upload', path));
  await database
    .collection(collection)
    .where({ _id: operators.in(ids) })
    .update({ data: { account: to, kept: true } });
}

/** Places that a person was given, and files of theirs that others attached, `limit` at most. */
export async function uploadsOf(account: string, limit: number): Promise<readonly UploadNote[]> {
  const { data } = await database.collection(collection).where({ account }).limit(limit).get();
  return data as readonly unknown[] as readonly UploadNote[];
}

/** Removes files and the notes of them; a file that never came is only forgotten. */
export async function removeUploads(notes: readonly UploadNote[]): Promise<void> {
  if (notes.length === 0) return;
  const prefix = await storagePrefix();
  await cloudFiles.remove(notes.map(({ path }) => prefix + path));
  const ids = notes.map(({ _id }) => _id);
  await database
    .collection(collection)
    .where({ _id: operators.in(ids) })
    .remove();
}

/** What stands before a path in a file id: the cloud tells it with a file that is there, and by no other way. */
async function storagePrefix(): Promise<string> {
  const cloudPath = 'uploads/prefix.txt';
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from('') })) as { readonly fileID: string };
  return fileID.slice(0, -cloudPath.length);
}
