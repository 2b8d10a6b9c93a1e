import { governance } from '../../../shared/governance/endpoints';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { bodyRecords, earlierTerm } from '../bodies';

/** The seats of a body in its present or an earlier term. */
export const body = useCase(governance.body, {
  async run({ input, db }) {
    const present = await db.get(bodyRecords, input.body);
    const isPresent = input.term === undefined || input.term === present?.term;
    const found = isPresent ? present : await db.get(bodyRecords, earlierTerm(input.body, input.term ?? 0));
    if (!found) throw new AppError('notFound');
    const people = await db.getMany(
      accounts,
      found.seats.flatMap(({ holder }) => holder ?? []),
    );
    const names = new Map(people.map(({ _id, name }) => [_id, name ?? '']));
    return {
      body: found.body,
      term: found.term,
      from: found.from?.toISOString() ?? null,
      until: found.until?.toISOString() ?? null,
      seats: found.seats.map((seat) => ({ ...seat, name: (seat.holder !== null && names.get(seat.holder)) || '' })),
    };
  },
});
