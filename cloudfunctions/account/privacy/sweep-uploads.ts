import { unusedUploadDays } from '../../../shared/rules/rules';
import { filesInUse } from '../../membership';
import { Keyring } from '../../platform/keyring';
import { DatabaseReader } from '../../platform/reader';
import { keepUploads, oldUploads, removeUploads, type UploadNote } from '../../platform/uploads';
import { rulesOf } from '../../rules';

const batch = 40;
const dayMs = 24 * 3600 * 1000;

/** The timer's part: files that nobody handed in within the days of the rule are removed, those handed in are kept. */
export async function sweepUploads() {
  const now = new Date();
  const db = new DatabaseReader(new Keyring());
  const days = (await rulesOf(db, now))(unusedUploadDays).value;
  const old = await oldUploads(new Date(now.getTime() - days * dayMs), batch);
  const unused: UploadNote[] = [];
  for (const account of new Set(old.map((note) => note.account))) {
    const used = await filesInUse(db, account);
    unused.push(...old.filter((note) => note.account === account && !used.has(note.path)));
  }
  await keepUploads(old.filter((note) => !unused.includes(note)));
  await removeUploads(unused);
  return { removed: unused.length, kept: old.length - unused.length };
}
