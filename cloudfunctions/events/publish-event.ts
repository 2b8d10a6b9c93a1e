import { events } from '../../shared/events/endpoints';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { openRegistration } from '../registration';
import { eventRecords, presentEvent } from './events';

/** Shows an event to members; its registration opens at the time that was set. */
export const publishEvent = useCase(events.publishEvent, {
  journal: (input) => ({ aggregate: `events:${input.eventId}`, action: 'event.publish' }),
  async run({ input, tx }) {
    const event = await tx.get(eventRecords, input.eventId);
    if (!event) throw new AppError('notFound');
    if (event.version !== input.version) throw new AppError('stale');
    if (event.state !== 'draft') throw new AppError('wrongStatus');
    const published = await tx.replace(eventRecords, { ...event, state: 'published' as const }, { expecting: event.version });
    await openRegistration(tx, { id: event._id, kind: 'event', title: event.title, terms: event.registration });
    tx.emit({ type: 'event.published', event: event._id, kind: event.kind, startsAt: event.startsAt.toISOString() });
    return presentEvent(published);
  },
});
