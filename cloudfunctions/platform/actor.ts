import { randomBytes } from 'node:crypto';
import type { Permission } from '../../shared/access/permissions';
import { everyonesPermissions, type RoleGrant } from '../../shared/access/roles';
import type { Specification } from '../../shared/contract/endpoint';
import { type Account, accounts, withdrawnConsents } from './accounts';
import { AppError } from './errors';
import { database } from './sdk';
import { absentOf, carries, type HeldGrant, heldOf, reachOf, standing } from './stand-ins';
import type { Actor, New } from './types';

/** Opaque random id, 22 characters (132 bits). */
export const newId = () => randomBytes(17).toString('base64url').slice(0, 22);

/** The caller and, when they have none yet, the account that their first write makes. */
export interface Person {
  readonly actor: Actor;
  /** False when the person does not hold the capacity they chose; then they may do nothing. */
  readonly capable: boolean;
  readonly newAccount: New<Account> | undefined;
}

const nobody = {
  openid: '',
  grants: [],
  memberId: undefined,
  represents: [],
  actingAs: undefined,
  countsAs: () => false,
  countsAsMember: () => false,
  isAmong: () => false,
  behalfOf: () => undefined,
  withdrawn: [],
} as const;

/** A timer, or a reaction to a journal event. */
export const system: Person = {
  actor: { ...nobody, kind: 'system', id: 'system', may: () => true, reach: () => 'all' },
  capable: true,
  newAccount: undefined,
};

/** A caller without OPENID. */
const stranger: Actor = { ...nobody, kind: 'public', id: '', may: () => false, reach: () => [] };

/**
 * Reads who is calling, with one database call (a stand-in's: two): what was granted or taken away a moment ago counts in this
 * very call.
 */
export async function readPerson(openid: string, actingAs: string | undefined): Promise<Person> {
  if (openid === '') return { actor: stranger, capable: actingAs === undefined, newAccount: undefined };
  const { data } = await database.collection(accounts.collection).where({ openid }).limit(1).get();
  const found = data[0] as unknown as Account | undefined;
  const account = found ?? { _id: newId(), openid, grants: [], staff: false, represents: [] };
  const absent = await absentOf(account, new Date());
  return { ...personOf(account, absent, actingAs), newAccount: found ? undefined : account };
}

/** Who somebody is in a capacity, with the colleagues whom they stand in for. Pure. */
export function personOf(
  account: New<Account>,
  absent: readonly Account[],
  actingAs: string | undefined,
): Omit<Person, 'newAccount'> {
  const capacity = inCapacity(account, absent.flatMap(heldOf), actingAs);
  return {
    actor: actorOf(account, absent, actingAs, capacity ?? { held: [], everyones: false }),
    capable: capacity !== undefined,
  };
}

interface Rights {
  readonly held: readonly HeldGrant[];
  readonly everyones: boolean;
}

function actorOf(
  account: New<Account>,
  absent: readonly Account[],
  actingAs: string | undefined,
  { held, everyones }: Rights,
): Actor {
  const isEveryones = (permission: Permission) => everyones && everyonesPermissions.includes(permission);
  return {
    kind: 'person',
    id: account._id,
    openid: account.openid,
    grants: held.map(({ grant }) => grant),
    memberId: account.memberId,
    represents: account.represents,
    withdrawn: withdrawnConsents(account),
    actingAs,
    may: (permission) => isEveryones(permission) || held.some((one) => carries(one, permission)),
    reach: (permission) => reachOf(held, permission),
    ...standing(account, absent, held),
  };
}

const isStaff = ({ role }: RoleGrant) => role !== 'member';

/**
 * What of the account's rights, and of those held for absent colleagues, the chosen capacity leaves; undefined when it is not
 * held. Facts (membership, units represented, whom one stands in for) stay whatever the capacity, as conflicts of interest do.
 */
function inCapacity(
  { grants, represents }: New<Account>,
  delegated: readonly HeldGrant[],
  actingAs: string | undefined,
): Rights | undefined {
  const own = grants.map((grant) => ({ grant }));
  if (actingAs === undefined) return { held: [...own, ...delegated], everyones: true };
  const asMember = own.filter(({ grant }) => !isStaff(grant));
  if (actingAs === 'self') return { held: asMember, everyones: true };
  const staff = own.filter(({ grant }) => isStaff(grant));
  if (actingAs === 'staff' && staff.length > 0) return { held: [...staff, ...delegated], everyones: false };
  if (actingAs.startsWith('unit:') && represents.includes(actingAs.slice('unit:'.length)))
    return { held: asMember, everyones: true };
  return undefined;
}

/** What people do in their own name, not for the office: it needs their consent. */
const isOwnMatter = (needs: Specification['needs']) =>
  needs === 'signedIn' || (everyonesPermissions as readonly string[]).includes(needs);

/** @throws auth.required, auth.forbidden; consent.required for what a person who took a consent back wants for themself */
export function authorise(
  { actor, capable }: Person,
  { needs, withoutConsent }: Pick<Specification, 'needs' | 'withoutConsent'>,
): void {
  if (!capable) throw new AppError('auth.forbidden');
  if (needs === 'public' || actor.kind === 'system') return;
  if (needs === 'system') throw new AppError('auth.forbidden');
  if (actor.kind === 'public') throw new AppError('auth.required');
  if (needs !== 'signedIn' && !actor.may(needs)) throw new AppError('auth.forbidden');
  if (actor.withdrawn.length > 0 && isOwnMatter(needs) && !withoutConsent) throw new AppError('consent.required');
}
