import { randomInt } from 'node:crypto';
import { yearOf } from '../../shared/dates';

// Crockford's alphabet: no letter that is taken for a digit on the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many characters that can be read out on the telephone. */
export const spoken = (length: number): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** `SQ-2026-7K3M9Q`: to be read out, not to be guessed; a unique index refuses the one in a billion given twice. */
export const newReference = (prefix: 'SQ' | 'DJ', now: Date): string => `${prefix}-${yearOf(now)}-${spoken(6)}`;
