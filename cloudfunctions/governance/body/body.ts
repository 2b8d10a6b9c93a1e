import { governance } from '../../../shared/governance/endpoints';
import { accounts } from '../../platform/accounts';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { bodyRecords, earlierTerm, earlierTerms } from '../bodies';
import { assertSeesBodies, bodyCan } from '../policies';

/** The seats of a body in its present or an earlier term; a body that nobody has set up has an empty first term. */
export const body = useCase(governance.body, {
  async run({ input, actor, db }) {
    assertSeesBodies(actor);
    const records = await db.find(bodyRecords, { where: {}, limit: 100 });
    const present = records.find(({ _id }) => _id === input.body);
    const isPresent = input.term === undefined || input.term === present?.term;
    const earlier = records.find(({ _id }) => _id === earlierTerm(input.body, input.term ?? 0));
    const found = isPresent ? (present ?? { term: 1, seats: [], from: undefined, until: undefined }) : earlier;
    if (!found) throw new AppError('notFound');
    const people = await db.getMany(
      accounts,
      found.seats.flatMap(({ holder }) => holder ?? []),
    );
    const names = new Map(people.map(({ _id, name }) => [_id, name ?? '']));
    return {
      body: input.body,
      term: found.term,
      from: found.from?.toISOString() ?? null,
      until: found.until?.toISOString() ?? null,
      seats: found.seats.map((seat) => ({ ...seat, name: (seat.holder !== null && names.get(seat.holder)) || '' })),
      version: present?.version ?? 0,
      earlier: earlierTerms(records, input.body),
      can: bodyCan(actor),
    };
  },
});
