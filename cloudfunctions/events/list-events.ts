import { events } from '../../shared/events/endpoints';
import { page } from '../platform/cursor';
import { useCase } from '../platform/use-case';
import { eventRecords, presentEvent } from './events';

const rowsPerPage = 20;

/** Events that are published and have not begun, the next first. */
export const listEvents = useCase(events.events, {
  async run({ input, db, now }) {
    const where = { state: 'published', startsAt: { gt: now } };
    const { rows, next } = await page(
      db,
      eventRecords,
      { where, order: [['startsAt', 'asc']], limit: rowsPerPage },
      input.cursor,
    );
    return { rows: rows.map(presentEvent), next };
  },
});
