import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import type { Condition } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { cityIs } from '../review/list-applications';
import { presentClaimSummary } from './claim-view';
import { claims } from './claims';

const rowsPerPage = 20;

/** Open claims within the officer's reach, oldest first. */
export const listClaims = useCase(membership.claims, {
  async run({ actor, input, db }) {
    const cities = actor.reach('member.manage');
    if (cities !== 'all' && cities.length === 0) return { rows: [], next: null };
    const where: Readonly<Record<string, Condition>> = { state: 'open', ...(cities !== 'all' && { city: cityIs(cities) }) };
    const { rows, next } = await page(db, claims, { where, order: [['at', 'asc']], limit: rowsPerPage }, input.cursor);
    return { rows: rows.map(presentClaimSummary), next };
  },
});
