import type { ServedContext } from '../../platform/types';

/** Claims of records on file, rebinding, invitations, and what an officer enters for somebody. */
export const claimArea: ServedContext = { useCases: [] };
