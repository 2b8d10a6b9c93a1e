import { moveOf } from '../../shared/lifecycle';
import type { RegistrationView } from '../../shared/registration/endpoints';
import { type RegistrationMover, type RegistrationState, registrationLifecycle } from '../../shared/registration/lifecycle';
import { AppError } from '../platform/errors';
import type { Actor, JournalEvent, Reader, RecordType, Stored, Transaction } from '../platform/types';
import type { Place, Seats } from './seats';

/** Something that happened to a place. */
export interface RegistrationEntry {
  readonly action: string;
  readonly at: Date;
}

/** A person's registration for something. It follows the seats document, which decides. */
export interface Registration extends Stored {
  readonly offering: string;
  readonly account: string;
  /** Whoever it is for, once: see `Place`. */
  readonly person: string;
  readonly quota: string;
  readonly seats: number;
  readonly state: RegistrationState;
  readonly at: Date;
  readonly offeredUntil?: Date;
  readonly history: readonly RegistrationEntry[];
}

export const registrations: RecordType<Registration> = { collection: 'registrations', sealed: [] };

/** Ids and codes that events about a registration carry; `changes` are the keys of what it has followed. */
export const factsOf = (
  { _id, offering, account, state }: Registration,
  changes: readonly string[],
): Omit<JournalEvent, 'type'> => ({
  registration: _id,
  offering,
  account,
  state,
  changes,
});

/**
 * A person's own registration in the transaction, at the version that they saw.
 *
 * @throws notFound also for somebody else's; stale
 */
export async function ownRegistration(
  tx: Transaction,
  actor: Actor,
  { registrationId, version }: { readonly registrationId: string; readonly version: number },
): Promise<Registration> {
  const registration = await tx.get(registrations, registrationId, ({ account }) => account === actor.id);
  if (!registration) throw new AppError('notFound');
  if (registration.version !== version) throw new AppError('stale');
  return registration;
}

/** A person's newest registration for something. One database call. */
export async function newestOf(db: Pick<Reader, 'find'>, account: string, offering: string): Promise<Registration | undefined> {
  const [newest] = await db.find(registrations, { where: { account, offering }, order: [['at', 'desc']], limit: 1 });
  return newest;
}

/** The place that a registration has in the seats document. */
export const placeOf = ({ _id, person, account, quota, seats, at }: Registration): Place => ({
  registration: _id,
  person,
  account,
  quota,
  seats,
  at,
});

/** The registration after a move. @throws wrongStatus when the lifecycle does not know it */
export function moved(
  registration: Registration,
  by: RegistrationMover,
  action: string,
  at: Date,
  offeredUntil?: Date,
): Registration {
  const move = moveOf(registrationLifecycle, registration.state, action);
  if (!move || move.by !== by) throw new AppError('wrongStatus');
  const { offeredUntil: _before, ...rest } = registration;
  const history = [...registration.history, { action, at }];
  return { ...rest, state: move.to, history, ...(offeredUntil && { offeredUntil }) };
}

/** A registration as its person sees it. `seats` tells the place in line. */
export function presentRegistration(registration: Registration, seats?: Pick<Seats, 'line'>): RegistrationView {
  const { _id, version, offering, state, at, offeredUntil, history } = registration;
  const place = seats?.line.findIndex((one) => one.registration === _id) ?? -1;
  const can = (action: string) => moveOf(registrationLifecycle, state, action)?.by === 'self';
  return {
    id: _id,
    version,
    offeringId: offering,
    state,
    at: at.toISOString(),
    position: state === 'waiting' && place >= 0 ? place + 1 : null,
    offeredUntil: offeredUntil?.toISOString() ?? null,
    history: history.map((entry) => ({ action: entry.action, at: entry.at.toISOString() })),
    can: { cancel: can('cancel'), accept: can('accept'), decline: can('decline') },
  };
}
