import { system } from '../../platform/actor';
import { execute } from '../../platform/command';
import { Keyring } from '../../platform/keyring';
import { logFailure } from '../../platform/log';
import { DatabaseReader } from '../../platform/reader';
import { memberNames } from './names';
import { readName } from './read-name';

/** The timer stops taking names after this time, in ms: its function is given 60 s. */
const budget = 40_000;

/** The timer's part of the search: readings of the names that have none yet, a hundred at a time. */
export async function readNames(): Promise<{ readonly read: number; readonly failed: number }> {
  const started = performance.now();
  const db = new DatabaseReader(new Keyring());
  const waiting = await db.find(memberNames, { where: { read: false }, limit: 100 });
  let [read, failed] = [0, 0];
  for (const { _id, version } of waiting) {
    if (performance.now() - started > budget) break;
    try {
      await execute({ useCase: readName, input: { memberId: _id }, person: system, requestId: `readName-${_id}-${version}` });
      read += 1;
    } catch (error) {
      failed += 1;
      logFailure(error, { event: 'name.unread' });
    }
  }
  return { read, failed };
}
