import type { Specification } from '../../contract/endpoint';

/** Existing members claim their record; a new phone takes over an old one; invitations and what an officer enters for somebody. */
export const claimEndpoints = {} as const satisfies Record<string, Specification>;
