import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { RegistrationView } from '../registration/endpoints';
import { audiences } from '../registration/terms';
import { Cursor, Id, Instant, text, Version } from '../schema';
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

const EventSummary = once(() =>
  z.pick(EventView(), { id: true, kind: true, state: true, title: true, place: true, startsAt: true }),
);

const EventDetail = once(() =>
  z.object({
    event: EventView(),
    registration: z.object({
      opensAt: Instant,
      closesAt: Instant,
      cancelUntil: Instant,
      capacity: z.int(),
      free: z.int(),
      waiting: z.int(),
    }),
    mine: z.nullable(RegistrationView()),
    can: z.record(z.string(), z.boolean()),
  }),
);

export const events = endpoints('events', {
  /** What is published and has not begun, the next first. */
  events: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(EventSummary()), next: z.nullable(z.string()) }),
  },
  /** One event with its registration, and the person's own. */
  event: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({ eventId: Id }), output: EventDetail },
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
  /** More seats go to the line first; fewer only as far as nobody loses one. */
  changeCapacity: {
    kind: 'write',
    needs: 'event.manage',
    input: () => z.strictObject({ eventId: Id, version: Version, capacity: Seats }),
    output: EventView,
  },
});
