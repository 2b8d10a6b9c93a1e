import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import type { Condition } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { presentSummary } from './review-view';

const rowsPerPage = 20;

/** Applications in one state within the officer's reach, oldest submission first. */
export const listApplications = useCase(membership.applications, {
  async run({ actor, input, db }) {
    const cities = chosen(actor.reach('application.read'), input.city);
    if (cities !== 'all' && cities.length === 0) return { rows: [], next: null };
    const { rows, next } = await page(
      db,
      applications,
      {
        where: { state: input.state, ...(cities !== 'all' && { city: cityIs(cities) }) },
        order: [['submittedAt', 'asc']],
        limit: rowsPerPage,
      },
      input.cursor,
    );
    return { rows: rows.map((application) => presentSummary(application, actor)), next };
  },
});

/** The cities to list: those asked for, of those the officer sees. */
function chosen(reach: 'all' | readonly string[], city: string | undefined): 'all' | readonly string[] {
  if (city === undefined) return reach;
  return reach === 'all' || reach.includes(city) ? [city] : [];
}

/** One city is an equality, which the index serves in order. */
export const cityIs = ([city = '', ...others]: readonly string[]): Condition =>
  others.length === 0 ? city : { in: [city, ...others] };
