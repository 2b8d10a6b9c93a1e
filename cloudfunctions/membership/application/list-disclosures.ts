import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { disclosures } from '../disclosures';
import { namesOf } from '../people';
import { theirApplication } from './held';

/** Who saw the full identity number of an application of one's own; nothing of anybody else's, whatever is asked for. */
export const listDisclosures = useCase(membership.disclosures, {
  async run({ actor, input, db }) {
    const own = await theirApplication(db, actor, input.applicationId);
    if (!own || own.enteredBy !== undefined) return { rows: [] };
    const rows = await db.find(disclosures, { where: { about: own._id }, order: [['at', 'desc']], limit: 100 });
    const nameOf = await namesOf(
      db,
      rows.map(({ by }) => by),
    );
    return { rows: rows.map(({ at, by, reason }) => ({ at: at.toISOString(), by: nameOf(by), reason })) };
  },
});
