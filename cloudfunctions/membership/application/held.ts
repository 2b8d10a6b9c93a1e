import type { MemberKind } from '../../../shared/membership/form';
import type { Actor, Reader } from '../../platform/types';
import { type Application, applications } from '../applications';
import { holdings } from '../members';
import { isTheirs } from '../policies';

/** Applications of a person that are looked at; nobody has had more. */
const atMost = 20;

/** Memberships that an account holds now, as the call was begun. */
const heldBy = ({ memberId, represents }: Pick<Actor, 'memberId' | 'represents'>): readonly string[] => [
  ...(memberId ? [memberId] : []),
  ...represents,
];

/**
 * Whether the membership that an application led to is another account's now: from then on the application is with it, and
 * whoever handed it in sees it no longer. One read, for an admitted one only.
 */
export async function isHandedOn(db: Pick<Reader, 'get'>, { member, owner }: Application): Promise<boolean> {
  if (member === undefined) return false;
  return (await db.get(holdings, member))?.account !== owner;
}

/** An application that a person may read: their own, that of a membership they hold, or one they entered for somebody. */
export async function theirApplication(db: Pick<Reader, 'get'>, actor: Actor, id: string): Promise<Application | undefined> {
  const held = (found: Application) => found.member !== undefined && heldBy(actor).includes(found.member);
  const found = await db.get(applications, id, (each) => held(each) || isTheirs(actor, each));
  if (!found || held(found) || found.owner !== actor.id) return found;
  return (await isHandedOn(db, found)) ? undefined : found;
}

/**
 * A person's applications, newest first: what they handed in, less what went with a membership to another account, and what a
 * membership they hold came of. What was not decided stays with the account that began it. Three reads at most.
 */
export async function applicationsOf(
  db: Pick<Reader, 'find' | 'getMany'>,
  actor: Pick<Actor, 'id' | 'memberId' | 'represents'>,
): Promise<readonly Application[]> {
  const own = await db.find(applications, { where: { owner: actor.id }, order: [['startedAt', 'desc']], limit: atMost });
  const led = own.flatMap(({ member }) => member ?? []);
  const records = await db.getMany(holdings, [...new Set([...heldBy(actor), ...led])]);
  const theirs = records.filter(({ account }) => account === actor.id);
  const kept = own.filter(({ member }) => member === undefined || theirs.some(({ _id }) => _id === member));
  const others = theirs.map(({ application }) => application).filter((id) => id !== '' && !own.some(({ _id }) => _id === id));
  return [...kept, ...(await db.getMany(applications, others))];
}

/** What a person's disclosures are about: the records that are theirs. Three reads at most. */
export async function aboutThem(
  db: Pick<Reader, 'find' | 'getMany'>,
  actor: Pick<Actor, 'id' | 'memberId' | 'represents'>,
): Promise<readonly string[]> {
  const own = await applicationsOf(db, actor);
  return [...new Set([...heldBy(actor), ...own.flatMap(({ _id, member }) => (member === undefined ? [_id] : [_id, member]))])];
}

/** The application of a kind that a person has under way, else their latest: one at a time, and it is the newest. */
export async function latestOf(
  db: Pick<Reader, 'find' | 'get'>,
  owner: string,
  kind: MemberKind = 'individual',
): Promise<Application | undefined> {
  const [latest] = await db.find(applications, { where: { owner, kind }, order: [['startedAt', 'desc']], limit: 1 });
  return latest && !(await isHandedOn(db, latest)) ? latest : undefined;
}
