import type { Reader } from '../../platform/types';
import { applications } from '../applications';
import { type Member, members } from '../members';
import { memberChanges } from './changes';
import { wantsErasure } from './forget-record';

/** File ids of every upload that a record names. */
export const uploadsIn = (record: unknown): readonly string[] => [
  ...new Set((JSON.stringify(record) ?? '').match(/cloud:\/\/[^/"]+\/uploads\/[0-9A-Za-z_-]+\/[0-9A-Za-z_-]+\.[a-z]+/g) ?? []),
];

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
  return new Set(pathsIn([own, theirs, changes]));
}

/**
 * Uploads of a person's applications that outlast their account, by member: a unit's papers, unless it left and wanted its data
 * erased, and what stands in a record that another account holds by now.
 */
export async function filesOfOthers(
  db: Reader,
  account: string,
): Promise<readonly { readonly member: string; readonly paths: readonly string[] }[]> {
  const own = await db.find(applications, { where: { owner: account }, order: [['startedAt', 'desc']], limit: 100 });
  const led = await db.getMany(
    members,
    own.flatMap(({ member }) => member ?? []),
  );
  const inOtherHands = (member: Member) => member.account !== undefined && member.account !== account;
  const staying = led.filter((member) => inOtherHands(member) || (member.kind === 'unit' && !wantsErasure(member)));
  return staying.map(({ _id, profile }) => ({ member: _id, paths: pathsIn(profile) }));
}

const pathsIn = (records: unknown): readonly string[] =>
  uploadsIn(records).map((fileId) => fileId.replace(/^cloud:\/\/[^/]+\//, ''));
