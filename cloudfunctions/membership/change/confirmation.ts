import { confirmationMonths } from '../../../shared/rules/rules';
import type { Reader } from '../../platform/types';
import { rulesOf } from '../../rules';
import type { Member } from '../members';

/** The same day and time some months later, or earlier for a negative number; the last day of a shorter month. */
export function monthsLater(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== moment.getUTCDate()) later.setUTCDate(0);
  return later;
}

/** Months between two confirmations, by the rule that holds. */
export async function monthsBetween(db: Pick<Reader, 'find'>, now: Date): Promise<number> {
  return (await rulesOf(db, now))(confirmationMonths).value;
}

/** From when on the data of a member are to be confirmed. */
export const confirmationDueAt = (
  { admittedAt, confirmedAt }: Pick<Member, 'admittedAt' | 'confirmedAt'>,
  months: number,
): Date => monthsLater(confirmedAt ?? admittedAt, months);
