import { randomInt } from 'node:crypto';
import { yearOf } from '../../../shared/dates';
import { moveOf, movesFrom } from '../../../shared/lifecycle';
import { measureLifecycle } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import type { JournalEvent, Transaction } from '../../platform/types';
import { hasEnded, type Measure, measures } from '../measures';

/**
 * The measure after a move, not yet stored; when it has ended, another of its kind can be proposed.
 *
 * @throws wrongStatus with the possible moves
 */
export function movedMeasure(measure: Measure, action: string, now: Date, changes: Partial<Measure> = {}): Measure {
  const move = moveOf(measureLifecycle, measure.state, action);
  if (!move) {
    const possible = movesFrom(measureLifecycle, measure.state).join(' ');
    throw new AppError('wrongStatus', { fields: { state: measure.state, possible } });
  }
  const moved = { ...measure, ...changes, state: move.to };
  return hasEnded(moved) ? { ...moved, live: measure._id, endedAt: now } : moved;
}

/** Stores a moved measure and announces it with what every event of a measure carries. */
export async function storeMeasure(
  tx: Transaction,
  measure: Measure,
  type: `measure.${string}`,
  more: Omit<JournalEvent, 'type'> = {},
): Promise<Measure> {
  const stored = await tx.replace(measures, measure, { expecting: measure.version });
  tx.emit({ type, ...measureEventFacts(stored), ...more });
  return stored;
}

/** Ids and codes that events about a measure carry. */
export const measureEventFacts = ({ _id, kind, reference, member, city, parties }: Measure): Omit<JournalEvent, 'type'> => ({
  measure: _id,
  kind,
  reference,
  member,
  city,
  parties,
});

/** What a move answers with. */
export const measureAnswer = ({ _id, reference, state, version }: Measure) => ({ measureId: _id, reference, state, version });

// Crockford's alphabet: no letter that is taken for a digit on the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `CS-2026-7K3M9Q`; the unique index refuses the one in a billion given twice. */
export function newMeasureReference(now: Date): string {
  return `CS-${yearOf(now)}-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
}
