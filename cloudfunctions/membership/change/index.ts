import type { ServedContext } from '../../platform/types';

/** What members keep current about themselves, and privacy. */
export const changeArea: ServedContext = { useCases: [] };
