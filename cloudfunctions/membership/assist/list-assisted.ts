import { membership } from '../../../shared/membership/endpoints';
import { page } from '../../platform/cursor';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { draftNameOf } from '../profiles';

const rowsPerPage = 20;

/** What the officer entered for others, newest first. */
export const listAssisted = useCase(membership.assistedApplications, {
  async run({ actor, input, db }) {
    const query = { where: { enteredBy: actor.id }, order: [['startedAt', 'desc'] as const], limit: rowsPerPage };
    const { rows, next } = await page(db, applications, query, input.cursor);
    return {
      rows: rows.map(({ _id, kind, reference, state, form, startedAt }) => ({
        id: _id,
        kind,
        reference,
        state,
        name: draftNameOf(form) ?? '',
        startedAt: startedAt.toISOString(),
      })),
      next,
    };
  },
});
