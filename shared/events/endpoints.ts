import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { audiences } from '../registration/terms';
import { Id, Instant, text, Version } from '../schema';
import { eventKinds, eventStates } from './lifecycle';

const City = z.string().check(z.regex(/^\d{6}$/, 'choice.unknown'));
const Seats = z.int().check(z.gte(1, 'number.tooSmall'), z.lte(5000, 'number.tooLarge'));

/** Who may register, how many and when. */
const RegistrationTerms = once(() =>
  z.strictObject({
    capacity: Seats,
    quotas: z.optional(z.strictObject({ by: z.enum(['city', 'category']), seats: z.record(z.string(), Seats) })),
    opensAt: Instant,
    closesAt: Instant,
    cancelUntil: Instant,
    audience: z.enum(audiences),
    cities: z.array(City),
    categories: z.array(z.string().check(z.maxLength(40))),
    waitingList: z.boolean(),
  }),
);

const EventView = once(() =>
  z.object({
    id: Id,
    version: Version,
    kind: z.enum(eventKinds),
    state: z.enum(eventStates),
    title: z.string(),
    place: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    text: z.string(),
  }),
);

export const events = endpoints('events', {
  planEvent: {
    kind: 'write',
    needs: 'event.manage',
    input: () =>
      z.strictObject({
        kind: z.enum(eventKinds, 'choice.unknown'),
        title: text(60),
        place: text(100),
        startsAt: Instant,
        endsAt: Instant,
        text: text(2000),
        registration: RegistrationTerms(),
      }),
    output: EventView,
  },
  /** Shows it to members and lets the registration begin. */
  publishEvent: {
    kind: 'write',
    needs: 'event.manage',
    input: () => z.strictObject({ eventId: Id, version: Version }),
    output: EventView,
  },
});
