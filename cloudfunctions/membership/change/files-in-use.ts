import type { Reader } from '../../platform/types';
import { applications } from '../applications';
import { members } from '../members';
import { memberChanges } from './changes';

/** Paths of a person's uploads that stand in any record of theirs: in a form, a profile, a change. */
export async function filesInUse(db: Reader, account: string): Promise<ReadonlySet<string>> {
  const [own, individual, units] = await Promise.all([
    db.find(applications, { where: { owner: account }, order: [['startedAt', 'desc']], limit: 100 }),
    db.find(members, { where: { account, kind: 'individual' }, limit: 20 }),
    db.find(members, { where: { account, kind: 'unit' }, limit: 20 }),
  ]);
  const theirs = [...individual, ...units];
  const changes = await Promise.all(
    theirs.map(({ _id }) => db.find(memberChanges, { where: { member: _id }, order: [['at', 'desc']], limit: 100 })),
  );
  const text = JSON.stringify([own, theirs, changes]);
  return new Set(text.match(/uploads\/[0-9A-Za-z_-]+\/[0-9A-Za-z_-]+\.[a-z]+/g) ?? []);
}
