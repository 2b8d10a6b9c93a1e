import { governance } from '../../../shared/governance/endpoints';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import type { Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type BodyRecord, bodyRecords, type Seat } from '../bodies';

/** Sets the seats of a body for its term. Meetings already planned keep the seats they were called with. */
export const setBody = useCase(governance.setBody, {
  journal: (input) => ({ aggregate: `bodies:${input.body}`, action: 'body.set' }),
  async run({ input, tx, db }) {
    const { body, term, seats } = input;
    await assertSeats(db, seats);
    const known = await tx.get(bodyRecords, body);
    const record: BodyRecord = { _id: body, version: input.version, body, term, seats };
    if (!known && input.version !== 0) throw new AppError('stale');
    const { version } = known
      ? await tx.replace(bodyRecords, record, { expecting: input.version })
      : await tx.add(bodyRecords, record);
    return { id: body, version };
  },
});

/** @throws request.invalid when a seat or a holder stands there twice, or a holder has no account */
async function assertSeats(db: Reader, seats: readonly Seat[]): Promise<void> {
  const holders = seats.flatMap(({ holder }) => holder ?? []);
  const twice = (values: readonly string[]) => new Set(values).size < values.length;
  if (twice(seats.map(({ seat }) => seat)) || twice(holders))
    throw new AppError('request.invalid', { fields: { seats: 'choice.twice' } });
  const found = await db.getMany(accounts, holders);
  if (found.length < holders.length) throw new AppError('request.invalid', { fields: { seats: 'choice.unknown' } });
}
