import type { ServedContext } from '../../platform/types';

/** Standing of members: warnings, measures decided by a meeting, resignation. */
export const standingArea: ServedContext = { useCases: [] };
