import { permissions } from '../shared/access/permissions';
import { everyonesPermissions, type Role, roles } from '../shared/access/roles';
import { account } from '../shared/account/endpoints';
import type { Endpoint, Needs } from '../shared/contract/endpoint';
import { governance } from '../shared/governance/endpoints';
import { membership } from '../shared/membership/endpoints';
import { rules } from '../shared/rules/endpoints';

const everyEndpoint: readonly Endpoint[] = [membership, governance, account, rules].flatMap((context) => Object.values(context));
const roleNames = Object.keys(roles) as Role[];

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** How far a role's permission goes: everything, the records of its city, or nothing. */
function extent(role: Role, permission: (typeof permissions)[number]): string {
  const held: readonly string[] = roles[role].permissions;
  if (!held.includes(permission)) return '';
  return roles[role].scope === 'city' ? 'own city' : 'yes';
}

/** Who may call an endpoint, in words. */
function callers(needs: Needs): string {
  if (needs === 'public') return 'anybody, also without WeChat';
  if (needs === 'signedIn') return 'anybody known by WeChat, for their own things';
  if (needs === 'system') return 'nobody: timers and reactions only';
  if (everyonesPermissions.includes(needs)) return 'anybody known by WeChat, for their own things';
  const holders = roleNames.filter((role) => extent(role, needs) !== '');
  return holders.map((role) => (extent(role, needs) === 'own city' ? `${role} (own city)` : role)).join(', ') || 'nobody yet';
}

/**
 * `docs/permissions.md`: who may do what, made of the tables that the functions decide by. Beyond it, policies decide by the
 * record: nobody reviews or votes on their own or their recommendee's application, the second reviewer is another person, a
 * vote needs a seat that is present.
 */
export function permissionsDocument(): string {
  const rolesTable = table(
    ['role', '', ...permissions],
    roleNames.map((role) => [role, roles[role].label, ...permissions.map((permission) => extent(role, permission))]),
  );
  const endpointsTable = table(
    ['endpoint', 'kind', 'needs', 'who'],
    [...everyEndpoint]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, kind, needs }) => [name, kind, needs, callers(needs)]),
  );
  return `# Who may do what

Made by \`npx tsx scripts/write-permissions.ts\` from \`shared/access\` and the endpoints; a test compares. What no role
holds, nobody may do. Policies narrow it further by the record: nobody reviews or votes on their own or their recommendee's
application, the second reviewer is another person than the first, a vote needs a seat that is present.

Everybody known by WeChat also has: ${everyonesPermissions.join(', ')} (their own only).

## Roles

${rolesTable}

## Endpoints

${endpointsTable}
`;
}
