import { events } from '../../shared/events/endpoints';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { resizeRegistration } from '../registration';
import { eventRecords, presentEvent } from './events';

/** Makes it more or fewer seats. */
export const changeCapacity = useCase(events.changeCapacity, {
  journal: (input) => ({ aggregate: `events:${input.eventId}`, action: 'event.changeCapacity' }),
  async run({ input, tx }) {
    const event = await tx.get(eventRecords, input.eventId);
    if (!event) throw new AppError('notFound');
    if (event.version !== input.version) throw new AppError('stale');
    if (event.state !== 'published') throw new AppError('wrongStatus');
    const registration = { ...event.registration, capacity: input.capacity };
    await resizeRegistration(tx, event._id, registration);
    const changed = await tx.replace(eventRecords, { ...event, registration }, { expecting: event.version });
    tx.emit({ type: 'registration.resized', offering: event._id, capacity: input.capacity });
    return presentEvent(changed);
  },
});
