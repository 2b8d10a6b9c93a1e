import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import { useCase } from '../../platform/use-case';
import { aboutThem } from '../application/held';
import { disclosures } from '../disclosures';
import { namesOf } from '../people';

/** Who saw the full identity number of this person, as applicant or as member; nothing of anybody else. */
export const myDisclosures = useCase(membership.myDisclosures, {
  async run({ actor, input, db }) {
    const about = await aboutThem(db, actor);
    if (about.length === 0) return { rows: [], next: null };
    const mine = { where: { about: { in: about } }, order: [['at', 'desc']], limit: 20 } as const;
    const { rows, next } = await page(db, disclosures, mine, input.cursor);
    const nameOf = await namesOf(
      db,
      rows.map(({ by }) => by),
    );
    return { rows: rows.map(({ at, by, reason }) => ({ at: at.toISOString(), by: nameOf(by), reason })), next };
  },
});
