import type { Permission } from './permissions';

/** Role → permissions. `scope: 'city'` roles see the records of their own city only. */
export const roles = {
  member: { label: '会员', scope: 'own', permissions: [] },
  liaisonOfficer: {
    label: '联络员',
    scope: 'all',
    permissions: [
      'application.read',
      'application.review',
      'application.assist',
      'application.assign',
      'person.reveal',
      'member.read',
      'member.manage',
      'meeting.read',
      'rule.read',
      'event.manage',
    ],
  },
  secondReviewer: {
    label: '复审人',
    scope: 'all',
    permissions: [
      'application.read',
      'application.secondReview',
      'application.decideAppeal',
      'person.reveal',
      'member.read',
      'member.manage',
      'meeting.read',
      'minutes.check',
      'rule.read',
    ],
  },
  meetingSecretary: {
    label: '会议秘书',
    scope: 'all',
    permissions: ['application.read', 'meeting.read', 'meeting.manage', 'minutes.check', 'member.read', 'rule.read'],
  },
  president: {
    label: '会长',
    scope: 'all',
    permissions: ['application.read', 'meeting.read', 'meeting.vote', 'minutes.check', 'member.read', 'rule.read'],
  },
  cityOfficer: {
    label: '市级慈善总会工作人员',
    scope: 'city',
    permissions: ['application.read', 'application.review', 'application.assist', 'member.read', 'member.manage', 'rule.read'],
  },
  editor: { label: '编辑', scope: 'all', permissions: ['story.edit'] },
  trainingOfficer: { label: '培训专员', scope: 'all', permissions: ['training.manage'] },
  auditor: { label: '审计人员', scope: 'all', permissions: ['audit.read', 'role.read', 'rule.read'] },
  administrator: {
    label: '管理员',
    scope: 'all',
    permissions: ['role.read', 'role.assign', 'rule.read', 'rule.propose', 'rule.approve', 'audit.read'],
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly scope: 'own' | 'city' | 'all'; readonly permissions: readonly Permission[] }
>;

export type Role = keyof typeof roles;

/** Roles that an administrator gives; `member` follows from an admission instead. */
export const assignableRoles = Object.keys(roles).filter((role) => role !== 'member') as readonly Role[];

/** What everybody known by an OPENID may do, without any role. */
export const everyonesPermissions: readonly Permission[] = ['application.submit'];

/** A role held by a person; `city` is set exactly for roles scoped to a city. */
export interface RoleGrant {
  readonly role: Role;
  readonly city?: string;
}
