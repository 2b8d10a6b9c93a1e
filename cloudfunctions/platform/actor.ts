import { randomBytes } from 'node:crypto';
import type { Permission } from '../../shared/access/permissions';
import { everyonesPermissions, type RoleGrant, roles } from '../../shared/access/roles';
import type { Needs } from '../../shared/contract/endpoint';
import { type Account, accounts } from './accounts';
import { AppError } from './errors';
import { database } from './sdk';
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

const nobody = { openid: '', grants: [], memberId: undefined, represents: [], actingAs: undefined } as const;

/** A timer, or a reaction to a journal event. */
export const system: Person = {
  actor: { ...nobody, kind: 'system', id: 'system', may: () => true, reach: () => 'all' },
  capable: true,
  newAccount: undefined,
};

/** A caller without OPENID. */
const stranger: Actor = { ...nobody, kind: 'public', id: '', may: () => false, reach: () => [] };

/** Reads who is calling, with one database call: what was granted or taken away a moment ago counts in this very call. */
export async function readPerson(openid: string, actingAs: string | undefined): Promise<Person> {
  if (openid === '') return { actor: stranger, capable: actingAs === undefined, newAccount: undefined };
  const { data } = await database.collection(accounts.collection).where({ openid }).limit(1).get();
  const found = data[0] as unknown as Account | undefined;
  const fresh = { _id: newId(), openid, grants: [], staff: false, represents: [] };
  const capacity = inCapacity(found ?? fresh, actingAs);
  return {
    actor: actorOf(found ?? fresh, actingAs, capacity ?? { grants: [], everyones: false }),
    capable: capacity !== undefined,
    newAccount: found ? undefined : fresh,
  };
}

interface Rights {
  readonly grants: readonly RoleGrant[];
  readonly everyones: boolean;
}

function actorOf(account: New<Account>, actingAs: string | undefined, { grants, everyones }: Rights): Actor {
  const carrying = (permission: Permission) => grants.filter(({ role }) => permissionsOf(role).includes(permission));
  const isEveryones = (permission: Permission) => everyones && everyonesPermissions.includes(permission);
  return {
    kind: 'person',
    id: account._id,
    openid: account.openid,
    grants,
    memberId: account.memberId,
    represents: account.represents,
    actingAs,
    may: (permission) => isEveryones(permission) || carrying(permission).length > 0,
    reach(permission) {
      const carriers = carrying(permission);
      if (carriers.some(({ role }) => Object.hasOwn(roles, role) && roles[role].scope === 'all')) return 'all';
      return [...new Set(carriers.flatMap(({ city }) => city ?? []))];
    },
  };
}

/** A role that this release does not know carries nothing. */
const permissionsOf = (role: RoleGrant['role']): readonly Permission[] =>
  Object.hasOwn(roles, role) ? roles[role].permissions : [];

const isStaff = ({ role }: RoleGrant) => role !== 'member';

/**
 * What of the account's rights the chosen capacity leaves; undefined when it is not held. Facts (membership, units represented)
 * stay whatever the capacity, as conflicts of interest do.
 */
function inCapacity(account: New<Account>, actingAs: string | undefined): Rights | undefined {
  const { grants, represents } = account;
  if (actingAs === undefined) return { grants, everyones: true };
  const own = grants.filter((grant) => !isStaff(grant));
  if (actingAs === 'self') return { grants: own, everyones: true };
  const staff = grants.filter(isStaff);
  if (actingAs === 'staff' && staff.length > 0) return { grants: staff, everyones: false };
  if (actingAs.startsWith('unit:') && represents.includes(actingAs.slice('unit:'.length)))
    return { grants: own, everyones: true };
  return undefined;
}

/** @throws auth.required, auth.forbidden */
export function authorise({ actor, capable }: Person, needs: Needs): void {
  if (!capable) throw new AppError('auth.forbidden');
  if (needs === 'public' || actor.kind === 'system') return;
  if (needs === 'system') throw new AppError('auth.forbidden');
  if (actor.kind === 'public') throw new AppError('auth.required');
  if (needs !== 'signedIn' && !actor.may(needs)) throw new AppError('auth.forbidden');
}
