import { Keyring } from '../../platform/keyring';
import { DatabaseReader } from '../../platform/reader';
import { timedCommand } from '../../platform/timed-command';
import { dueClaims, removeClaim } from '../claim/remove-claim';
import { members } from '../members';
import { askConfirmation } from './ask-confirmation';
import { monthsBetween, monthsLater } from './confirmation';
import { dueErasures, eraseMembership } from './erase-membership';
import { dueRetentions, retainApplication } from './retain-application';

/** What one run of the timer takes on of each kind; the next run takes the rest. */
const batch = 25;

const succeeded = (results: readonly boolean[]) => results.filter(Boolean).length;

/** The timer's part in retention: drafts warned of and deleted, what came to nothing erased, claims turned down deleted. */
export async function keepApplications() {
  const now = new Date();
  const db = new DatabaseReader(new Keyring());
  const [due, claims] = await Promise.all([dueRetentions(db, now, batch), dueClaims(db, now, batch)]);
  const results: boolean[] = [];
  for (const { _id } of claims) results.push(await timedCommand(removeClaim, { claimId: _id }, [_id]));
  for (const { applicationId, version, action } of due)
    results.push(await timedCommand(retainApplication, { applicationId, action }, [applicationId, action, String(version)]));
  return { due: due.length + claims.length, done: succeeded(results) };
}

/** The timer's part in what was said at a resignation: data erased as asked, or once their time is over. */
export async function keepMembers() {
  const due = await dueErasures(new DatabaseReader(new Keyring()), new Date(), batch);
  const results: boolean[] = [];
  for (const { _id, version } of due)
    results.push(await timedCommand(eraseMembership, { memberId: _id }, [_id, String(version)]));
  return { due: due.length, done: succeeded(results) };
}

/** The timer's part in the yearly confirmation: whoever was longest not asked comes first. */
export async function askForConfirmations() {
  const now = new Date();
  const db = new DatabaseReader(new Keyring());
  const before = monthsLater(now, -(await monthsBetween(db, now)));
  const found = await db.find(members, { where: { askedAt: { lt: before } }, order: [['askedAt', 'asc']], limit: batch });
  const results: boolean[] = [];
  for (const { _id, askedAt } of found)
    results.push(await timedCommand(askConfirmation, { memberId: _id }, [_id, String(askedAt?.getTime())]));
  return { due: found.length, asked: succeeded(results) };
}
