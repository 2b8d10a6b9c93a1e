import { isDelegable, isPersonal } from '../../shared/access/delegation';
import type { Permission } from '../../shared/access/permissions';
import { type RoleGrant, roles } from '../../shared/access/roles';
import { type Account, accounts } from './accounts';
import { database, operators } from './sdk';
import type { Actor, New } from './types';

/** A role that a person acts by: their own, or an absent colleague's whom they stand in for. */
export interface HeldGrant {
  readonly grant: RoleGrant;
  /** Account of the absent colleague; absent: the person's own role. */
  readonly of?: string;
}

/** A role that this release does not know carries nothing. */
const permissionsOf = ({ role }: RoleGrant): readonly Permission[] => (Object.hasOwn(roles, role) ? roles[role].permissions : []);

/** Whether a held grant carries a permission. */
export const carries = ({ grant, of }: HeldGrant, permission: Permission): boolean =>
  permissionsOf(grant).includes(permission) && !(of !== undefined && isPersonal(permission));

/** How far held grants carry a permission together: everything, or some cities. */
export function reachOf(held: readonly HeldGrant[], permission: Permission): 'all' | readonly string[] {
  const carriers = held.filter((one) => carries(one, permission)).map(({ grant }) => grant);
  if (carriers.some(({ role }) => roles[role].scope === 'all')) return 'all';
  return [...new Set(carriers.flatMap(({ city }) => city ?? []))];
}

/**
 * The colleagues that a person stands in for at this moment, as they are now: what an absent colleague no longer holds, the
 * stand-in doesn't either. One database call for a stand-in, none for anybody else.
 */
export async function absentOf({ standsInFor = [], staff }: New<Account>, now: Date): Promise<readonly Account[]> {
  // Who is no longer on the staff stands in for nobody.
  const running = staff ? standsInFor.filter(({ begins, ends }) => begins <= now && now < ends) : [];
  if (running.length === 0) return [];
  const ids = [...new Set(running.map(({ from }) => from))];
  const { data } = await database
    .collection(accounts.collection)
    .where({ _id: operators.in(ids) })
    .limit(ids.length)
    .get();
  return data as unknown as readonly Account[];
}

/** What the stand-in holds of an absent colleague's own roles; what that one was handed goes no further. */
export const heldOf = ({ _id, grants }: Account): readonly HeldGrant[] =>
  grants.filter(isDelegable).map((grant) => ({ grant, of: _id }));

/** The parts of an actor that say for whom they stand and act. */
export function standing(
  account: New<Account>,
  absent: readonly Account[],
  held: readonly HeldGrant[],
): Pick<Actor, 'countsAs' | 'countsAsMember' | 'isAmong' | 'behalfOf'> {
  const persons = [account, ...absent];
  const reaches = (some: readonly HeldGrant[], permission: Permission, city: string | undefined) => {
    const reach = reachOf(some, permission);
    return reach === 'all' || (city === undefined ? reach.length > 0 : reach.includes(city));
  };
  return {
    countsAs: (accountId) => persons.some(({ _id }) => _id === accountId),
    countsAsMember: (id) => persons.some(({ memberId, represents }) => memberId === id || represents.includes(id)),
    isAmong: (nameKeys) => persons.some(({ nameKey }) => nameKey !== undefined && nameKeys.includes(nameKey)),
    behalfOf(permission, city) {
      const own = held.filter(({ of }) => of === undefined);
      if (reaches(own, permission, city)) return undefined;
      return held.find((one) => one.of !== undefined && reaches([one], permission, city))?.of;
    },
  };
}
