import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import { useCase } from '../../platform/use-case';
import { measures } from '../measures';
import { measureFacts } from '../published';
import { cityIs } from '../review/list-applications';

const rowsPerPage = 20;

/** Measures in a state within the officer's reach, oldest proposal first: what an agenda can take up. */
export const listMeasures = useCase(membership.measures, {
  async run({ actor, input, db }) {
    const cities = actor.reach('member.read');
    if (cities !== 'all' && cities.length === 0) return { rows: [], next: null };
    const where = { state: input.state, ...(cities !== 'all' && { city: cityIs(cities) }) };
    const list = { where, order: [['proposedAt', 'asc']], limit: rowsPerPage } as const;
    const { rows, next } = await page(db, measures, list, input.cursor);
    const facts =
      rows.length > 0
        ? await measureFacts(
            db,
            rows.map(({ _id }) => _id),
          )
        : [];
    return {
      rows: facts.map(({ id, reference, kind, state, memberId, name, proposedAt }) => ({
        id,
        reference,
        kind,
        state,
        memberId,
        name,
        proposedAt: proposedAt.toISOString(),
      })),
      next,
    };
  },
});
