import { governance } from '../../../shared/governance/endpoints';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type BodyRecord, bodyRecords, earlierTerm, type Seat } from '../bodies';

/**
 * Sets the seats of a body for its term. Meetings already planned keep the seats they were called with; a new term keeps the
 * record of the one before.
 */
export const setBody = useCase(governance.setBody, {
  journal: (input) => ({ aggregate: `bodies:${input.body}`, action: 'body.set' }),
  async run({ input, tx, db, now }) {
    const { body, term, seats } = input;
    await assertSeats(db, seats);
    const known = await tx.get(bodyRecords, body);
    if (!known && input.version !== 0) throw new AppError('stale');
    if (!known) return written(await tx.add(bodyRecords, { _id: body, body, term, seats, from: now }));
    if (known.version !== input.version) throw new AppError('stale');
    if (term < known.term) throw new AppError('request.invalid', { fields: { term: 'term.past' } });
    const from = term > known.term ? now : known.from;
    if (term > known.term) await keep(tx, known, now);
    return written(await tx.replace(bodyRecords, { ...known, term, seats, from }, { expecting: input.version }));
  },
});

const written = ({ _id, version }: BodyRecord) => ({ id: _id, version });

/** Keeps a term that is over beside the present one. */
async function keep(tx: Transaction, { version: _version, ...over }: BodyRecord, now: Date): Promise<void> {
  await tx.add(bodyRecords, { ...over, _id: earlierTerm(over.body, over.term), until: now });
}

/** @throws request.invalid when a seat or a holder stands there twice, or a holder has no account */
async function assertSeats(db: Reader, seats: readonly Seat[]): Promise<void> {
  const holders = seats.flatMap(({ holder }) => holder ?? []);
  const twice = (values: readonly string[]) => new Set(values).size < values.length;
  if (twice(seats.map(({ seat }) => seat)) || twice(holders))
    throw new AppError('request.invalid', { fields: { seats: 'choice.twice' } });
  const found = await db.getMany(accounts, holders);
  if (found.length < holders.length) throw new AppError('request.invalid', { fields: { seats: 'choice.unknown' } });
}
