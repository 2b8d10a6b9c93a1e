import { moveOf } from '../../shared/lifecycle';
import { registration as endpoints } from '../../shared/registration/endpoints';
import { type RegistrationState, registrationLifecycle } from '../../shared/registration/lifecycle';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { factsOf, moved, type Registration, registrations } from './registrations';
import { type PendingChange, readSeats, type Seats } from './seats';

/** What makes a registration reach each state that the seats know. */
const pastOf: Readonly<Record<string, string>> = {
  offer: 'offered',
  accept: 'accepted',
  decline: 'declined',
  cancel: 'cancelled',
  lapse: 'lapsed',
};

/**
 * Brings a registration to where the seats document says it stands: after an offer or a lapse, and after a crash between the two
 * writes of any move. It reads the seats after its snapshot began, so of two at once the one that knows less is repeated.
 */
export const followSeats = useCase(endpoints.followSeats, {
  journal: (input) => ({ aggregate: `registrations:${input.registrationId}`, action: 'registration.follow' }),
  async run({ input, tx, now }) {
    const before = await tx.get(registrations, input.registrationId);
    const seats = await readSeats(input.offeringId);
    const changes = seats?.pending.filter(({ registration }) => registration === input.registrationId) ?? [];
    if (!seats || changes.length === 0) throw new AppError('notFound');
    const after = followed(before ?? begun(input.offeringId, changes, now), seats, changes);
    const stored = before
      ? await tx.replace(registrations, after, { expecting: before.version })
      : await tx.add(registrations, after);
    const last = changes.at(-1)?.action ?? '';
    const keys = changes.map(({ key }) => key);
    tx.emit({ type: `registration.${pastOf[last] ?? 'entered'}`, ...factsOf(stored, keys) });
    return { id: stored._id };
  },
});

/** A registration whose request crashed between taking the place and writing it down. */
function begun(offering: string, changes: readonly PendingChange[], now: Date): Registration {
  const entered = changes.find(({ action }) => action === 'enter');
  if (!entered) throw new AppError('notFound');
  const { registration, person, account, quota, seats, at } = entered.place;
  const history = [{ action: 'enter', at: now }];
  return { _id: registration, version: 0, offering, account, person, quota, seats, state: 'waiting', at, history };
}

/** Makes the moves that the registration has not made yet; what it has made already its state no longer allows. */
function followed(registration: Registration, seats: Seats, changes: readonly PendingChange[]): Registration {
  const goal = truth(registration._id, seats);
  const until = seats.offered.find((place) => place.registration === registration._id)?.until;
  let result = registration;
  for (const { action, at } of changes) {
    if (result.state === goal) break;
    const move = moveOf(registrationLifecycle, result.state, action);
    if (move) result = moved(result, move.by, action, at, move.to === 'offered' ? until : undefined);
    else if (action === 'enter' && goal === 'registered') result = { ...result, state: goal };
  }
  return result;
}

/** Where the seats say a registration stands; undefined: it has no place any more. */
function truth(id: string, { held, offered, line }: Seats): RegistrationState | undefined {
  const among = (places: readonly { readonly registration: string }[]) => places.some(({ registration }) => registration === id);
  if (among(held)) return 'registered';
  if (among(offered)) return 'offered';
  return among(line) ? 'waiting' : undefined;
}
