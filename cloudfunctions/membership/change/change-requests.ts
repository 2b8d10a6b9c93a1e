import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import type { Condition } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { members } from '../members';
import { changeSummary } from './change-view';
import { memberChanges } from './changes';

const rowsPerPage = 20;

/** Changes that wait, within the officer's reach, oldest first. */
export const changeRequests = useCase(membership.changeRequests, {
  async run({ actor, input, db }) {
    const cities = actor.reach('member.manage');
    if (cities !== 'all' && cities.length === 0) return { rows: [], next: null };
    const where = { state: 'open', ...(cities !== 'all' && { city: cityIs(cities) }) };
    const { rows, next } = await page(db, memberChanges, { where, order: [['at', 'asc']], limit: rowsPerPage }, input.cursor);
    const found = await db.getMany(
      members,
      rows.map(({ member }) => member),
    );
    const memberOf = new Map(found.map((member) => [member._id, member]));
    return { rows: rows.map((change) => changeSummary(change, memberOf.get(change.member))), next };
  },
});

/** One city is an equality, which the index serves in order. */
const cityIs = ([city = '', ...others]: readonly string[]): Condition => (others.length === 0 ? city : { in: [city, ...others] });
