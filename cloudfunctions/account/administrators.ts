import { AppError } from '../platform/errors';
import type { RecordType, Stored, Transaction } from '../platform/types';

/**
 * How many administrators there are, in one document that every change of theirs writes: of two administrators who remove
 * each other at once, one meets the other's write and stays. It exists from the first administrator on, and never goes.
 */
export interface Administrators extends Stored {
  readonly count: number;
}

export const administrators: RecordType<Administrators> = { collection: 'administrators', sealed: [] };

const only = 'administrators';

/** Notes the first administrator. @throws administrator.exists when there ever was one */
export async function countFirst(tx: Transaction): Promise<void> {
  const exists = new AppError('administrator.exists');
  if (await tx.get(administrators, only)) throw exists;
  await tx.add(administrators, { _id: only, count: 1 }, exists);
}

/** Notes one administrator more or less. @throws administrator.last when nobody would be left */
export async function countBy(tx: Transaction, by: 1 | -1): Promise<void> {
  const known = await tx.get(administrators, only);
  const count = (known?.count ?? 0) + by;
  if (count < 1) throw new AppError('administrator.last');
  if (known) await tx.replace(administrators, { ...known, count }, { expecting: known.version });
  else await tx.add(administrators, { _id: only, count });
}
