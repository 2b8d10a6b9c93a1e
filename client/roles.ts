import { type Role, roles } from '@shared/access/roles';
import { cities } from '@shared/cities';

interface Grant {
  readonly role: string;
  readonly city?: string | undefined;
}

function isRole(role: string): role is Role {
  return role in roles;
}

/** A role as words: 联络员, 市级慈善总会工作人员（苏州市）. An unknown one, of a newer server, is shown as it came. */
export function grantWords({ role, city }: Grant): string {
  const label = isRole(role) ? roles[role].label : role;
  const place = city ? (cities as Readonly<Record<string, string>>)[city] : undefined;
  return place ? `${label}（${place}）` : label;
}

/** Roles held for one city only need the city when they are given. */
export function needsCity(role: string): boolean {
  return isRole(role) && roles[role].scope === 'city';
}
