import type { Specification } from '../../contract/endpoint';

/** What members keep current about themselves, and privacy. */
export const changeEndpoints = {} as const satisfies Record<string, Specification>;
