import { type Role, type RoleGrant, roles } from '../../shared/access/roles';
import type { Account } from '../platform/accounts';
import { AppError } from '../platform/errors';

export const sameGrant = (a: RoleGrant, b: RoleGrant) => a.role === b.role && a.city === b.city;

/**
 * The grant that an administrator asks for: with a city exactly for roles that see one city only.
 *
 * @throws request.invalid with `city: city.required` or `city: city.notForRole`
 */
export function wantedGrant({ role, city }: { readonly role: Role; readonly city?: string | undefined }): RoleGrant {
  if (roles[role].scope !== 'city') {
    if (city !== undefined) throw new AppError('request.invalid', { fields: { city: 'city.notForRole' } });
    return { role };
  }
  if (city === undefined) throw new AppError('request.invalid', { fields: { city: 'city.required' } });
  return { role, city };
}

/** The account with other grants, and what follows from them. */
export function withGrants(account: Account, grants: readonly RoleGrant[]): Account {
  return { ...account, grants, staff: isStaff(grants) };
}

/** Whether a person holds a role beyond membership. */
export const isStaff = (grants: readonly RoleGrant[]) => grants.some(({ role }) => role !== 'member');

/** Grants as answers carry them. */
export const shownGrants = (grants: readonly RoleGrant[]) =>
  grants.map(({ role, city }) => ({ role, ...(city ? { city } : {}) }));
