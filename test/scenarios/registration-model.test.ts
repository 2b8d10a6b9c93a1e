import fc from 'fast-check';
import type { RegistrationState } from '../../shared/registration/lifecycle';
import type { Phone } from '../support/cloud';
import { openWorld, type World } from '../support/membership/world';
import { expectWhole, openEvent, seatsOf } from '../support/registration';

const runs = process.env.SOAK ? 60 : 4;
const crowd = 6;
const offerHours = 24;

let world: World;
let officer: Phone;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterAll(() => world?.close());

type Move =
  | { readonly do: 'signUp' | 'cancel' | 'accept' | 'decline'; readonly who: number }
  | { readonly do: 'wait'; readonly hours: 7 | 30 }
  | { readonly do: 'resize'; readonly capacity: number };

const who = fc.nat(crowd - 1);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('signUp' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('cancel' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'decline' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(7 as const, 30 as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resize' as const), capacity: fc.integer({ min: 1, max: 4 }) }) },
);

/** What a line of people in front of a few seats should come to. */
class Model {
  now = 0;
  free = 2;
  capacity = 2;
  readonly states = new Map<number, RegistrationState>();
  readonly until = new Map<number, number>();
  line: number[] = [];

  /** Whether the move is possible; what follows from it has happened then. */
  make(move: Move): boolean {
    const possible = this.#make(move);
    while (this.free > 0 && this.line.length > 0) this.#offer(this.line.shift() ?? -1);
    return possible;
  }

  #make(move: Move): boolean {
    switch (move.do) {
      case 'signUp':
        return this.#enter(move.who);
      case 'cancel':
        return this.#leave(move.who, ['registered', 'offered', 'waiting'], 'cancelled');
      case 'decline':
        return this.#leave(move.who, ['offered'], 'declined');
      case 'accept':
        if (this.states.get(move.who) !== 'offered') return false;
        this.states.set(move.who, 'registered');
        return true;
      case 'wait':
        this.now += move.hours;
        for (const [person, state] of this.states)
          if (state === 'offered' && (this.until.get(person) ?? 0) <= this.now) this.#leave(person, ['offered'], 'lapsed');
        return true;
      case 'resize':
        if (this.free + move.capacity - this.capacity < 0) return false;
        this.free += move.capacity - this.capacity;
        this.capacity = move.capacity;
        return true;
    }
  }

  #enter(person: number): boolean {
    if (['registered', 'offered', 'waiting'].includes(this.states.get(person) ?? '')) return false;
    const seated = this.free > 0;
    this.states.set(person, seated ? 'registered' : 'waiting');
    if (seated) this.free -= 1;
    else this.line.push(person);
    return true;
  }

  #leave(person: number, from: readonly RegistrationState[], to: RegistrationState): boolean {
    const state = this.states.get(person);
    if (!state || !from.includes(state)) return false;
    if (state === 'waiting') this.line = this.line.filter((one) => one !== person);
    else this.free += 1;
    this.states.set(person, to);
    return true;
  }

  #offer(person: number): void {
    this.states.set(person, 'offered');
    this.until.set(person, this.now + offerHours);
    this.free -= 1;
  }
}

let crowds = 0;

/** The same moves made by people with phones. */
class Real {
  readonly #phones = Array.from({ length: crowd }, (_, index) => world.cloud.phone(`o-${crowds}-${index}`));

  constructor(readonly offeringId: string) {
    crowds += 1;
  }

  async make(move: Move): Promise<boolean> {
    const made = await this.#make(move).then(
      () => true,
      () => false,
    );
    await world.settle();
    return made;
  }

  readonly mine = (person: number) => this.#phone(person).call('registration.mine', { offeringId: this.offeringId });

  #phone = (person: number): Phone => this.#phones[person] as Phone;

  async #make(move: Move): Promise<unknown> {
    const { offeringId } = this;
    switch (move.do) {
      case 'signUp':
        return this.#phone(move.who).call('registration.signUp', { offeringId });
      case 'cancel':
        return this.#phone(move.who).call('registration.cancel', await this.#own(move.who));
      case 'accept':
        return this.#phone(move.who).call('registration.acceptOffer', await this.#own(move.who));
      case 'decline':
        return this.#phone(move.who).call('registration.declineOffer', await this.#own(move.who));
      case 'wait':
        await world.cloud.emulator.clock.advance(move.hours * 3_600_000);
        return world.cloud.emulator.timers.fire('jobs', 'tendRegistrations');
      case 'resize': {
        const { event } = await officer.call('events.event', { eventId: offeringId });
        const input = { eventId: offeringId, version: event.version, capacity: move.capacity };
        return officer.call('events.changeCapacity', input);
      }
    }
  }

  async #own(person: number) {
    const mine = await this.mine(person);
    return { registrationId: mine?.id ?? 'none', version: mine?.version ?? 0 };
  }
}

test('registration, line, offers and seats come to what a simple model says, whatever people do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 25 }), async (moves) => {
      const model = new Model();
      const real = new Real(await openEvent(world, officer, { capacity: 2 }));
      for (const one of moves) {
        expect([one, await real.make(one)]).toEqual([one, model.make(one)]);
        expectWhole(world.cloud, real.offeringId);
        expect(seatsOf(world.cloud, real.offeringId).line).toHaveLength(model.line.length);
        const people = Array.from({ length: crowd }, (_, index) => index);
        const mine = await Promise.all(people.map(real.mine));
        expect(mine.map((registration) => registration?.state)).toEqual(people.map((person) => model.states.get(person)));
        const places = mine.map((registration) => registration?.position ?? null);
        expect(places).toEqual(people.map((person) => (model.line.includes(person) ? model.line.indexOf(person) + 1 : null)));
      }
    }),
    { numRuns: runs, seed: 20_261_122, endOnFailure: true },
  );
}, 600_000);
