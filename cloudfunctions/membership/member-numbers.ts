import { yearOf } from '../../shared/dates';
import { memberNumber } from '../../shared/membership/member-number';
import type { NumberFormat } from '../../shared/rules/measures';
import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';

/** The last running number given in a year, e.g. `individual.2026`. */
interface Counter extends Stored {
  readonly last: number;
}

export const memberNumbers: RecordType<Counter> = { collection: 'memberNumbers', sealed: [] };

/**
 * The next member number of a year, written by the rule of the day. It is drawn in the transaction that admits the member, so none is given twice and a
 * failed admission leaves no gap.
 */
export async function drawMemberNumber(
  tx: Transaction,
  kind: 'individual' | 'unit',
  admittedAt: Date,
  format: NumberFormat,
): Promise<string> {
  const year = yearOf(admittedAt);
  const id = `${kind}.${year}`;
  const counter = await tx.get(memberNumbers, id);
  const next = (counter?.last ?? 0) + 1;
  if (counter) await tx.replace(memberNumbers, { ...counter, last: next }, { expecting: counter.version });
  else await tx.add(memberNumbers, { _id: id, last: next }, new AppError('busy'));
  return memberNumber(kind, year, next, format);
}
