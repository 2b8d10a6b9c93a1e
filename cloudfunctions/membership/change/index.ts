import type { ServedContext } from '../../platform/types';

/**
 * What members keep current about themselves, and privacy. Its events carry `{ member, change, city }` (ids and codes):
 * `change.requested` (`kind`, `by`, `reference`), `change.decided` (`decision`, `kind`), `change.withdrawn`;
 * `member.changed` (`fields`, `renamed`: the certificate is to be issued anew), `member.confirmed`, `member.confirmationAsked`
 * (`account`), `member.representativeChanged` (`before`, `account`), `member.revealed` (`by`).
 */
export const changeArea: ServedContext = { useCases: [] };
