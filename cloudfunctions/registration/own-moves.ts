import { registration as endpoints, type RegistrationView } from '../../shared/registration/endpoints';
import { AppError } from '../platform/errors';
import type { WriteContext } from '../platform/types';
import { useCase } from '../platform/use-case';
import { factsOf, moved, ownRegistration, placeOf, presentRegistration, type Registration, registrations } from './registrations';
import { giveBackOffer, giveBackSeat, leaveLine, type PendingChange, readSeats, takeOffer } from './seats';
import { offerings } from './terms';

type OwnMove = Extract<PendingChange['action'], 'cancel' | 'accept' | 'decline'>;
type Context = Pick<WriteContext<typeof endpoints.cancel>, 'actor' | 'input' | 'tx' | 'now' | 'requestId'>;

/** Lets the seats document decide a person's own move, then writes what came of it. */
async function make(
  action: OwnMove,
  context: Context,
  decide: (registration: Registration, key: string) => Promise<boolean>,
): Promise<RegistrationView> {
  const { actor, input, tx, now, requestId } = context;
  const registration = await ownRegistration(tx, actor, input);
  const after = moved(registration, 'self', action, now);
  const key = `${registration._id}:${action}:${requestId}`;
  if (!(await decide(registration, key))) await refuseUnlessDone(registration, key);
  const stored = await tx.replace(registrations, after, { expecting: registration.version });
  tx.emit({ type: `registration.${pastOf[action]}`, ...factsOf(stored, [key]) });
  return presentRegistration(stored);
}

const pastOf = { cancel: 'cancelled', accept: 'accepted', decline: 'declined' } as const;

/** The seats changed meanwhile, unless it was this very request that changed them. @throws stale */
async function refuseUnlessDone({ offering }: Registration, key: string): Promise<void> {
  const seats = await readSeats(offering);
  if (!seats?.pending.some((change) => change.key === key)) throw new AppError('stale');
}

/** Gives up a seat, an offer or a place in line, until the time that was set for it. */
export const cancel = useCase(endpoints.cancel, {
  journal: (input) => ({ aggregate: `registrations:${input.registrationId}`, action: 'registration.cancel' }),
  run: (context) =>
    make('cancel', context, async (own, key) => {
      const { db, now } = context;
      const place = placeOf(own);
      if (own.state === 'waiting') return leaveLine(own.offering, place, key, now);
      if (own.state === 'offered') return giveBackOffer(own.offering, place, 'cancel', key, now);
      const offering = await db.get(offerings, own.offering);
      if (!offering) throw new AppError('notFound');
      if (now >= offering.terms.cancelUntil) throw new AppError('wrongStatus', { message: '已过自行取消的时间，请联系工作人员' });
      return giveBackSeat(own.offering, place, 'cancel', key, now);
    }),
});

/** Takes up an offered seat. */
export const acceptOffer = useCase(endpoints.acceptOffer, {
  journal: (input) => ({ aggregate: `registrations:${input.registrationId}`, action: 'registration.accept' }),
  run: (context) => make('accept', context, (own, key) => takeOffer(own.offering, placeOf(own), key, context.now)),
});

/** Lets an offered seat go to the next in line. */
export const declineOffer = useCase(endpoints.declineOffer, {
  journal: (input) => ({ aggregate: `registrations:${input.registrationId}`, action: 'registration.decline' }),
  run: (context) =>
    make('decline', context, (own, key) => giveBackOffer(own.offering, placeOf(own), 'decline', key, context.now)),
});
