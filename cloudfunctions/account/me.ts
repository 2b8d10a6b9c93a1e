import { type RoleGrant, roles } from '../../shared/access/roles';
import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { useCase } from '../platform/use-case';
import { isStaff, shownGrants } from './grants';
import { unreadOf } from './list-inbox';
import { memberCard, membershipsOf } from './member-card';

/** Who the person is here: roles, capacities to choose from, membership. */
export const me = useCase(account.me, {
  async run({ db, actor }) {
    const [known, { own, units }, unread] = await Promise.all([
      db.get(accounts, actor.id),
      membershipsOf(db, actor),
      unreadOf(db, actor.id),
    ]);
    const grants = known?.grants ?? [];
    return {
      id: known?._id ?? null,
      name: own?.name ?? known?.name ?? null,
      grants: shownGrants(grants),
      capacities: [
        { key: 'self', label: own ? '本人（个人会员）' : '本人' },
        ...units.map(({ id, name }) => ({ key: `unit:${id}`, label: `${name}（单位代表）` })),
        ...(isStaff(grants) ? [{ key: 'staff', label: staffLabel(grants) }] : []),
      ],
      actingAs: actor.actingAs ?? null,
      member: own ? memberCard(own) : null,
      unread,
      can: {
        readRoles: actor.may('role.read'),
        assignRoles: actor.may('role.assign'),
        readMeetings: actor.may('meeting.read'),
        readRules: actor.may('rule.read'),
      },
    };
  },
});

const staffLabel = (grants: readonly RoleGrant[]) =>
  [...new Set(grants.filter(({ role }) => role !== 'member').map(({ role }) => roles[role].label))].join('、');
