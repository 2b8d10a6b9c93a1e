import type { ServedContext } from '../../platform/types';

/** The register: search, lists, one member on one page. */
export const registerArea: ServedContext = { useCases: [] };
