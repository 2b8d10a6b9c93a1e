import { randomInt } from 'node:crypto';
import { blindIndex } from './cipher';
import type { Reader, RecordType, Stored } from './types';

/**
 * The code that a person shows so that something can be given to their account, a role or a unit to represent; `_id` is the
 * account, so a new code replaces the old.
 */
export interface ShownCode extends Stored {
  /** Blind index of the code: who reads the database cannot use it. */
  readonly code: string;
  readonly validUntil: Date;
}

export const shownCodes: RecordType<ShownCode> = { collection: 'staffCodes', sealed: [] };

/** Minutes that a code can be used. */
export const codeMinutes = 10;

/** Without characters that are mistaken for one another when read aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters, 40 bits: enough for ten minutes behind a limiter. */
export const newCode = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

export const codeIndex = (code: string) => blindIndex('staffCode', code.toUpperCase());

/** Account whose code this is, while it is valid. */
export async function accountOfCode(db: Reader, code: string, now: Date): Promise<string | undefined> {
  const [found] = await db.find(shownCodes, { where: { code: codeIndex(code) }, limit: 1 });
  return found && found.validUntil > now ? found._id : undefined;
}
