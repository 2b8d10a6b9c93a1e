import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { Id, Instant, Version } from '../schema';
import { registrationStates } from './lifecycle';

const Can = z.record(z.string(), z.boolean());

/** A person's own registration. */
export const RegistrationView = once(() =>
  z.object({
    id: Id,
    version: Version,
    offeringId: Id,
    state: z.enum(registrationStates),
    at: Instant,
    /** Place in line, from 1; null for who does not wait. */
    position: z.nullable(z.int()),
    /** Until when the offered seat can be taken up. */
    offeredUntil: z.nullable(Instant),
    /** Everything that happened to it, oldest first. */
    history: z.array(z.object({ action: z.string(), at: Instant })),
    can: Can,
  }),
);
export type RegistrationView = z.output<ReturnType<typeof RegistrationView>>;

const ByRegistration = once(() => z.strictObject({ registrationId: Id, version: Version }));

export const registration = endpoints('registration', {
  /** Registers for what is offered, in one's own name: a seat, or a place in line. */
  signUp: { kind: 'write', needs: 'signedIn', input: () => z.strictObject({ offeringId: Id }), output: RegistrationView },
  /** The person's newest registration for it. */
  mine: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ offeringId: Id }),
    output: () => z.nullable(RegistrationView()),
  },
  /** Gives up a seat, an offer or a place in line. */
  cancel: { kind: 'write', needs: 'signedIn', input: ByRegistration, output: RegistrationView },
  /** Takes up an offered seat before its time is over. */
  acceptOffer: { kind: 'write', needs: 'signedIn', input: ByRegistration, output: RegistrationView },
  /** Lets an offered seat go to the next in line. */
  declineOffer: { kind: 'write', needs: 'signedIn', input: ByRegistration, output: RegistrationView },
  /** Brings a registration to where the seats document says it stands. */
  followSeats: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ offeringId: Id, registrationId: Id }),
    output: () => z.object({ id: Id }),
  },
});
