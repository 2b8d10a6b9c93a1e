import { events } from '../../shared/events/endpoints';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { eventRecords, presentEvent } from './events';

/** Plans an event; nobody but staff sees it yet. */
export const planEvent = useCase(events.planEvent, {
  journal: (_input, output) => ({ aggregate: `events:${output.id}`, action: 'event.plan' }),
  async run({ actor, input, tx, newId }) {
    const startsAt = new Date(input.startsAt);
    const endsAt = new Date(input.endsAt);
    const { opensAt, closesAt, cancelUntil, quotas, ...terms } = input.registration;
    const registration = {
      ...terms,
      ...(quotas && { quotas }),
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      cancelUntil: new Date(cancelUntil),
      startsAt,
    };
    const wrong = {
      ...(endsAt <= startsAt && { endsAt: 'date.order' }),
      ...(registration.closesAt <= registration.opensAt && { 'registration.closesAt': 'date.order' }),
      ...(registration.closesAt > startsAt && { 'registration.closesAt': 'date.order' }),
      ...(registration.cancelUntil > startsAt && { 'registration.cancelUntil': 'date.order' }),
    };
    if (Object.keys(wrong).length > 0) throw new AppError('request.invalid', { fields: wrong });
    const { kind, title, place, text } = input;
    const event = await tx.add(eventRecords, {
      _id: newId(),
      kind,
      state: 'draft',
      title,
      place,
      startsAt,
      endsAt,
      text,
      registration,
      by: actor.id,
    });
    tx.emit({ type: 'event.planned', event: event._id });
    return presentEvent(event);
  },
});
