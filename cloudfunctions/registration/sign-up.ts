import { registration as endpoints } from '../../shared/registration/endpoints';
import { guest, quotaOf, refusalOf, type Terms } from '../../shared/registration/terms';
import { registrantFacts } from '../membership';
import { idOf } from '../platform/canonical';
import { AppError } from '../platform/errors';
import type { Actor, Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { factsOf, presentRegistration, registrations } from './registrations';
import { ensureSeats, joinLine, type Place, readSeats, takeSeat } from './seats';
import { offerings } from './terms';

const texts = {
  notOpenYet: '报名还没有开始',
  closed: '报名已经截止',
  notInvited: '这次活动不面向您所在的地区或会员类别',
} as const;

/** Registers: the seats document decides in one or two updates; the registration is written after it. */
export const signUp = useCase(endpoints.signUp, {
  journal: (_input, output) => ({ aggregate: `registrations:${output.id}`, action: 'registration.enter' }),
  async run({ actor, input, tx, db, now, requestId }) {
    const offering = await db.get(offerings, input.offeringId);
    if (!offering) throw new AppError('notFound');
    const quota = await quotaFor(db, actor, offering.terms, now);
    // Named after the request, and for the person whatever account a first write gives them: tried again after a crash, it finds
    // the place that it took before.
    const person = actor.memberId ?? idOf('registrant', actor.openid);
    const id = idOf('registration', input.offeringId, person, requestId);
    const place: Place = { registration: id, person, account: actor.id, quota, seats: 1, at: now };
    const state = await enter(offering._id, offering.terms, place);
    const before = state.again ? await tx.get(registrations, id) : undefined;
    if (before) return presentRegistration(before);
    const made = await tx.add(registrations, {
      _id: id,
      offering: offering._id,
      account: actor.id,
      person,
      quota,
      seats: place.seats,
      state: state.is,
      at: now,
      history: [{ action: state.is === 'waiting' ? 'wait' : 'register', at: now }],
    });
    tx.emit({ type: 'registration.entered', ...factsOf(made, [`${id}:enter`]) });
    return presentRegistration(made);
  },
});

/** @throws auth.forbidden, wrongStatus */
async function quotaFor(db: Reader, actor: Actor, terms: Terms, now: Date): Promise<string> {
  const member = actor.memberId === undefined ? undefined : await registrantFacts(db, actor.memberId);
  if (!member?.maySignUp && terms.audience === 'members') throw new AppError('auth.forbidden', { message: '会员才能报名' });
  const registrant = member ?? guest;
  const refusal = refusalOf(terms, registrant, now);
  if (refusal) throw new AppError('wrongStatus', { message: texts[refusal] });
  return quotaOf(terms, registrant) ?? '';
}

/**
 * A seat, else a place in line: of the two conditions always one holds, unless the person has a place already.
 *
 * @throws wrongStatus when the person is registered already, or when all is taken and no line is kept; busy
 */
async function enter(offering: string, terms: Terms, place: Place): Promise<{ is: 'registered' | 'waiting'; again: boolean }> {
  const key = `${place.registration}:enter`;
  for (let round = 0; round < 5; round += 1) {
    if (await takeSeat(offering, place, key)) return { is: 'registered', again: false };
    if (terms.waitingList && (await joinLine(offering, place, key))) return { is: 'waiting', again: false };
    const seats = await readSeats(offering);
    if (!seats) {
      await ensureSeats(offering, terms);
      continue;
    }
    const holds = (places: readonly Place[]) => places.some(({ registration }) => registration === place.registration);
    if (holds(seats.held)) return { is: 'registered', again: true };
    if (holds(seats.line) || holds(seats.offered)) return { is: 'waiting', again: true };
    if (seats.persons.includes(place.person)) throw new AppError('wrongStatus', { message: '您已经报过名了' });
    if (!terms.waitingList) throw new AppError('wrongStatus', { message: '名额已满' });
  }
  throw new AppError('busy');
}
