import type { Lifecycle } from '../lifecycle';

/** `applied`: took effect when it was handed in. */
export const changeStates = ['open', 'approved', 'rejected', 'withdrawn', 'applied'] as const;
export type ChangeState = (typeof changeStates)[number];

/** What staff decide about a change that matters, and what the member may do until then. */
export const changeLifecycle = {
  open: {
    approve: { to: 'approved', by: 'member.manage' },
    reject: { to: 'rejected', by: 'member.manage', needs: 'reason' },
    withdraw: { to: 'withdrawn', by: 'application.submit', own: true },
  },
  approved: {},
  rejected: {},
  withdrawn: {},
  applied: {},
} as const satisfies Lifecycle<ChangeState>;
