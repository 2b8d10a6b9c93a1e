import type { Specification } from '../../contract/endpoint';

/** The register as staff search and read it. */
export const registerEndpoints = {} as const satisfies Record<string, Specification>;
