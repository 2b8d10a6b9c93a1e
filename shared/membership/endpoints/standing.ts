import type { Specification } from '../../contract/endpoint';

/** Standing of members: warnings, measures, resignation. */
export const standingEndpoints = {} as const satisfies Record<string, Specification>;
