import type { Terms } from '../../shared/registration/terms';
import {
  addOnce,
  changeIf,
  elemMatch,
  gt,
  gte,
  idsWhere,
  inc,
  lte,
  neq,
  oneOf,
  pull,
  push,
  readNow,
  set,
} from '../platform/conditional';
import type { Data } from '../platform/sdk';

/** A registration's place: a seat, an offer of one, or a place in line. */
export interface Place {
  readonly registration: string;
  /** Whoever the place is for, once: a member, else a WeChat user. */
  readonly person: string;
  readonly account: string;
  /** '' where there are no quotas. */
  readonly quota: string;
  readonly seats: number;
  readonly at: Date;
}

/** A seat kept for somebody until a moment. */
export interface Offered extends Place {
  readonly until: Date;
}

/** A change whose registration may not have followed yet. */
export interface PendingChange {
  readonly key: string;
  readonly registration: string;
  readonly action: 'enter' | 'offer' | 'accept' | 'decline' | 'cancel' | 'lapse';
  readonly at: Date;
  /** The place as it was entered, so that a registration can be made of it. */
  readonly place: Place;
}

/**
 * All seats of one offering: one document, changed by single conditional updates only, so that a thousand people at once are
 * decided one after the other by the database and none of them waits for a transaction. It is the truth about who has a place;
 * registrations follow it, and `pending` tells which have not yet.
 *
 * While `settling` is set seats have come free that somebody in line may be waiting for: newcomers join the line then. It is
 * unset only when nobody in line fits, so that whoever finds it unset and a free seat overtakes nobody.
 */
export interface Seats {
  readonly _id: string;
  readonly capacity: number;
  readonly free: number;
  readonly quotas: Readonly<Record<string, number>>;
  readonly settling: boolean;
  /** Counts the changes of the line. */
  readonly turns: number;
  /** Everybody who has a place of any kind, once. */
  readonly persons: readonly string[];
  readonly held: readonly Place[];
  readonly offered: readonly Offered[];
  /** In the order of arrival. */
  readonly line: readonly Place[];
  readonly pending: readonly PendingChange[];
}

const collection = 'seats';

/** Makes the document when it is not there yet. */
export async function ensureSeats(offering: string, { capacity, quotas }: Terms): Promise<void> {
  const empty: Omit<Seats, '_id'> = {
    capacity,
    free: capacity,
    quotas: quotas?.seats ?? {},
    settling: false,
    turns: 0,
    persons: [],
    held: [],
    offered: [],
    line: [],
    pending: [],
  };
  await addOnce(collection, { _id: offering, ...empty });
}

export const readSeats = async (offering: string): Promise<Seats | undefined> =>
  (await readNow(collection, offering)) as unknown as Seats | undefined;

const room = ({ quota, seats }: Pick<Place, 'quota' | 'seats'>): Data => ({
  free: gte(seats),
  ...(quota !== '' && { [`quotas.${quota}`]: gte(seats) }),
});
const using = ({ quota, seats }: Place, by: 1 | -1): Data => ({
  free: inc(by * seats),
  ...(quota !== '' && { [`quotas.${quota}`]: inc(by * seats) }),
});
const noting = (action: PendingChange['action'], key: string, place: Place, at: Date): Data => ({
  pending: push([{ key, registration: place.registration, action, at, place: bare(place) }]),
});
const bare = ({ registration, person, account, quota, seats, at }: Place): Place => ({
  registration,
  person,
  account,
  quota,
  seats,
  at,
});
const without = ({ registration }: Place): unknown => pull({ registration });

/** Takes a seat, if there is one and nobody in line waits for it. One database call. */
export const takeSeat = (offering: string, place: Place, key: string): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { persons: neq(place.person), settling: false, ...room(place) },
    {
      ...using(place, -1),
      persons: push([place.person]),
      held: push([place]),
      ...noting('enter', key, place, place.at),
    },
  );

/** Joins the end of the line, if there is no seat to take. One database call. */
export const joinLine = (offering: string, place: Place, key: string): Promise<boolean> => {
  const absent = { persons: neq(place.person) };
  const { quota, seats } = place;
  const full = [{ settling: true }, { free: lte(seats - 1) }, ...(quota === '' ? [] : [{ [`quotas.${quota}`]: lte(seats - 1) }])];
  return changeIf(
    collection,
    offering,
    full.map((why) => ({ ...absent, ...why })),
    { persons: push([place.person]), line: push([place]), turns: inc(1), ...noting('enter', key, place, place.at) },
  );
};

/** What a place is given up for. */
export type Leaving = 'cancel' | 'decline' | 'lapse';

/** Gives a seat back. Whoever waits for it is served before anybody else. */
export const giveBackSeat = (offering: string, place: Place, leaving: Leaving, key: string, now: Date): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { 'held.registration': place.registration },
    { ...vacating(place), held: without(place), ...noting(leaving, key, place, now) },
  );

/** Gives an offered seat back; a lapse only once its time is over. */
export const giveBackOffer = (offering: string, place: Place, leaving: Leaving, key: string, now: Date): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    {
      offered: elemMatch({ registration: place.registration, ...(leaving === 'lapse' && { until: lte(now) }) }),
    },
    { ...vacating(place), offered: without(place), ...noting(leaving, key, place, now) },
  );

const vacating = (place: Place): Data => ({ ...using(place, 1), persons: pull(place.person), settling: set(true) });

/** Leaves the line. */
export const leaveLine = (offering: string, place: Place, key: string, now: Date): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { 'line.registration': place.registration },
    { persons: pull(place.person), line: without(place), turns: inc(1), ...noting('cancel', key, place, now) },
  );

/** Takes up an offer before its time is over. */
export const takeOffer = (offering: string, place: Place, key: string, now: Date): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { offered: elemMatch({ registration: place.registration, until: gt(now) }) },
    { offered: without(place), held: push([bare(place)]), ...noting('accept', key, place, now) },
  );

/** Offers free seats to somebody in line. */
export const offerSeat = (offering: string, place: Place, until: Date, key: string, now: Date): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { 'line.registration': place.registration, settling: true, ...room(place) },
    {
      ...using(place, -1),
      line: without(place),
      turns: inc(1),
      offered: push([{ ...bare(place), until }]),
      ...noting('offer', key, place, now),
    },
  );

/** Lets newcomers take seats again, if the line is still the one that was looked through, or no seat is left at all. */
export const endSettling = (offering: string, turns: number): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    [
      { settling: true, turns },
      { settling: true, free: 0 },
    ],
    { settling: set(false) },
  );

/** Makes it more or fewer seats; fewer only as far as nobody loses one. */
export const resize = (offering: string, from: number, to: number): Promise<boolean> =>
  changeIf(
    collection,
    offering,
    { capacity: from, ...(to < from && { free: gte(from - to) }) },
    { capacity: set(to), free: inc(to - from), ...(to > from && { settling: set(true) }) },
  );

/** Marks that registrations have followed. */
export const followed = (offering: string, keys: readonly string[]): Promise<boolean> =>
  changeIf(collection, offering, { 'pending.key': oneOf(keys) }, { pending: pull({ key: oneOf(keys) }) });

/** The first in line whom the free seats fit. */
export const firstThatFits = ({ line, free, quotas }: Seats): Place | undefined =>
  line.find(({ quota, seats }) => seats <= free && (quota === '' || seats <= (quotas[quota] ?? 0)));

/** Offerings whose seats wait for the timer: something to settle, an offer overdue, or a registration that has not followed. */
export async function unsettled(now: Date, followedBefore: Date): Promise<readonly string[]> {
  const found = await Promise.all([
    idsWhere(collection, { settling: true }),
    idsWhere(collection, { 'offered.until': lte(now) }),
    idsWhere(collection, { 'pending.at': lte(followedBefore) }),
  ]);
  return [...new Set(found.flat())];
}
