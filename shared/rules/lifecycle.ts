import type { Lifecycle } from '../lifecycle';

export const proposalStates = ['open', 'approved', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A proposed change of a rule: four eyes, and nothing that is decided is decided again. */
export const proposalLifecycle = {
  open: {
    approve: { to: 'approved', by: 'rule.approve' },
    reject: { to: 'rejected', by: 'rule.approve', needs: 'reason' },
    withdraw: { to: 'withdrawn', by: 'rule.propose', own: true },
  },
  approved: {},
  rejected: {},
  withdrawn: {},
} as const satisfies Lifecycle<ProposalState>;
