import { events } from '../../shared/events/endpoints';
import { AppError } from '../platform/errors';
import type { Actor } from '../platform/types';
import { useCase } from '../platform/use-case';
import { registrationOf } from '../registration';
import { type EventRecord, eventRecords, presentEvent } from './events';

/** One event with its registration; a draft is there for those who manage events only. */
export const event = useCase(events.event, {
  async run({ actor, input, db }) {
    const found = await db.get(eventRecords, input.eventId, (record) => sees(actor, record));
    if (!found) throw new AppError('notFound');
    const { opensAt, closesAt, cancelUntil, capacity } = found.registration;
    const { mine, free, waiting } = await registrationOf(db, actor, found._id, capacity);
    return {
      event: presentEvent(found),
      registration: {
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
        cancelUntil: cancelUntil.toISOString(),
        capacity,
        free,
        waiting,
      },
      mine,
      can: { manage: actor.may('event.manage') },
    };
  },
});

const sees = (actor: Actor, { state }: EventRecord): boolean => state !== 'draft' || actor.may('event.manage');
