import { offerHours } from '../../shared/rules/rules';
import { accounts } from '../platform/accounts';
import { system } from '../platform/actor';
import { idOf } from '../platform/canonical';
import { execute } from '../platform/command';
import type { JournalRow } from '../platform/journal';
import type { Reader } from '../platform/types';
import { rulesOf } from '../rules';
import { followSeats } from './follow-seats';
import {
  endSettling,
  firstThatFits,
  followed,
  giveBackOffer,
  giveBackSeat,
  leaveLine,
  offerSeat,
  type PendingChange,
  readSeats,
} from './seats';
import { offerings } from './terms';

const hourMs = 3600 * 1000;
/** A request is given so long to finish what it began, in ms. */
const grace = 60_000;
export const graceBefore = (now: Date): Date => new Date(now.getTime() - grace);
/** Updates that one go makes at most; what is left is the timer's. */
const atMost = 200;

/**
 * Brings the seats of one offering to rest: overdue offers lapse, free seats are offered to whoever is first in line, and
 * registrations follow. Each step is decided by the database, so any number of these may run at once, or crash.
 *
 * @returns the journal rows of the registrations that followed
 */
export async function tend(offering: string, db: Reader, now: Date): Promise<readonly JournalRow[]> {
  await lapse(offering, now);
  await distribute(offering, db, now);
  return follow(offering, db, now);
}

async function lapse(offering: string, now: Date): Promise<void> {
  const overdue = (await readSeats(offering))?.offered.filter(({ until }) => until <= now) ?? [];
  for (const place of overdue) await giveBackOffer(offering, place, 'lapse', `${place.registration}:lapse`, now);
}

async function distribute(offering: string, db: Reader, now: Date): Promise<void> {
  const offered = await db.get(offerings, offering);
  if (!offered) return;
  const rule = await rulesOf(db, now);
  const { startsAt } = offered.terms;
  const until = new Date(Math.min(startsAt.getTime(), now.getTime() + rule(offerHours).value * hourMs));
  for (let step = 0; step < atMost; step += 1) {
    const seats = await readSeats(offering);
    if (!seats?.settling) return;
    const next = now < startsAt ? firstThatFits(seats) : undefined;
    if (next) await offerSeat(offering, next, until, `${next.registration}:offer:${seats.turns}`, now);
    else if (await endSettling(offering, seats.turns)) return;
  }
}

/**
 * Registrations that the seats have moved. A move is followed under a request of its own, so it is followed once. A sign-up is
 * given time to write its own registration.
 */
async function follow(offering: string, db: Reader, now: Date): Promise<readonly JournalRow[]> {
  const pending = (await readSeats(offering))?.pending ?? [];
  const entering = pending.filter(({ action }) => action === 'enter');
  const fresh = new Set(entering.filter(({ at }) => at > graceBefore(now)).map(({ registration }) => registration));
  const behind = new Map(pending.map(({ registration, key }) => [registration, key]));
  const rows: JournalRow[] = [];
  for (const [registrationId, key] of behind) {
    if (fresh.has(registrationId)) continue;
    const begun = entering.find(({ registration }) => registration === registrationId);
    if (begun && (await vacateGhost(offering, begun, db, now))) continue;
    const input = { offeringId: offering, registrationId };
    const { row } = await execute({ useCase: followSeats, input, person: system, requestId: idOf('followSeats', key) });
    if (row) rows.push(row);
  }
  return rows;
}

/**
 * Somebody's very first request crashed before it made their account, and was never sent again: nobody could ever see the
 * registration, so the place is given back.
 */
async function vacateGhost(offering: string, { place, key }: PendingChange, db: Reader, now: Date): Promise<boolean> {
  if (await db.get(accounts, place.account)) return false;
  const gone =
    (await giveBackSeat(offering, place, 'cancel', key, now)) ||
    (await giveBackOffer(offering, place, 'cancel', key, now)) ||
    (await leaveLine(offering, place, key, now));
  await followed(offering, [key]);
  return gone;
}
