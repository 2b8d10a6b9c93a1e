import type { Replacement } from '../../scripts/replace-once';
import { held, isLost, newOpenid, outcomes, run } from '../support/membership/race';
import { openWorld, type World } from '../support/membership/world';
import { expectWhole, openEvent, seatsOf } from '../support/registration';

const onSeats = { service: 'database', collection: 'seats' } as const;
const people = (world: World, count: number) => Array.from({ length: count }, () => world.cloud.phone(newOpenid()));
type Mine = { readonly id: string; readonly version: number };
const of = ({ id, version }: Mine) => ({ registrationId: id, version });

async function officerOf(world: World) {
  return world.staff(newOpenid(), 'liaisonOfficer');
}

/** Two people sign up for the last seat. */
const lastSeat = async (world: World) => {
  const officer = await officerOf(world);
  let offeringId = '';
  let pair = people(world, 2);
  return run(world, {
    calls: onSeats,
    prepare: async () => {
      offeringId = await openEvent(world, officer, { capacity: 1 });
      pair = people(world, 2);
    },
    actors: {
      a: (tag) => pair[0]?.call('registration.signUp', { offeringId }, { tag }) ?? Promise.reject(),
      b: (tag) => pair[1]?.call('registration.signUp', { offeringId }, { tag }) ?? Promise.reject(),
    },
    check: async (results) => {
      expect(outcomes(results)).toEqual(['ok', 'ok']);
      const { held: seats, line } = seatsOf(world.cloud, offeringId);
      expect({ seats: seats.length, line: line.length }).toEqual({ seats: 1, line: 1 });
      await world.settle();
      expectWhole(world.cloud, offeringId);
    },
  });
};

/** The holder of the only seat cancels while a newcomer signs up and somebody waits. */
const overtaking = async (world: World) => {
  const officer = await officerOf(world);
  let offeringId = '';
  let holder: Mine = { id: '', version: 0 };
  let [first, waiting, newcomer] = people(world, 3);
  return run(world, {
    calls: onSeats,
    // The newcomer comes whole between any two steps of the cancellation.
    interruptions: 1,
    most: 40,
    prepare: async () => {
      offeringId = await openEvent(world, officer, { capacity: 1 });
      [first, waiting, newcomer] = people(world, 3);
      holder = (await first?.call('registration.signUp', { offeringId })) ?? holder;
      await waiting?.call('registration.signUp', { offeringId });
    },
    actors: {
      cancel: (tag) => first?.call('registration.cancel', of(holder), { tag }) ?? Promise.reject(),
      signUp: (tag) => newcomer?.call('registration.signUp', { offeringId }, { tag }) ?? Promise.reject(),
    },
    check: async (results) => {
      expect(outcomes(results)).toEqual(['ok', 'ok']);
      await world.settle();
      expect((await waiting?.call('registration.mine', { offeringId }))?.state).toBe('offered');
      expect((await newcomer?.call('registration.mine', { offeringId }))?.state).toBe('waiting');
      expectWhole(world.cloud, offeringId);
    },
  });
};

/** The first in line leaves it while the seat they wait for comes free. */
const leavingWhilePromoted = async (world: World) => {
  const officer = await officerOf(world);
  let offeringId = '';
  let mine: readonly Mine[] = [];
  let three = people(world, 3);
  return run(world, {
    calls: onSeats,
    prepare: async () => {
      offeringId = await openEvent(world, officer, { capacity: 1 });
      three = people(world, 3);
      const made: Mine[] = [];
      for (const who of three) made.push(await who.call('registration.signUp', { offeringId }));
      mine = made;
    },
    actors: {
      holder: (tag) => three[0]?.call('registration.cancel', of(mine[0] as Mine), { tag }) ?? Promise.reject(),
      first: (tag) => three[1]?.call('registration.cancel', of(mine[1] as Mine), { tag }) ?? Promise.reject(),
    },
    check: async (results) => {
      await world.settle();
      expectWhole(world.cloud, offeringId);
      const first = await three[1]?.call('registration.mine', { offeringId });
      // Whoever was told that it is cancelled is out; whoever was told that things changed has the offer.
      expect(first?.state).toBe(results.first?.status === 'fulfilled' ? 'cancelled' : 'offered');
      const last = await three[2]?.call('registration.mine', { offeringId });
      expect(last?.state).toBe(results.first?.status === 'fulfilled' ? 'offered' : 'waiting');
    },
  });
};

const guard = (find: string, by: string): Replacement => ({ file: 'cloudfunctions/registration/seats.ts', find, by });

describe('of two who sign up for the last seat', () => {
  test('one gets it and the other the first place in line', () => held(lastSeat));
  test('negative control: without the condition on free seats both get it', () =>
    isLost(
      [guard('{ persons: neq(place.person), settling: false, ...room(place) },', '{ persons: neq(place.person) },')],
      lastSeat,
    ));
});

describe('a newcomer', () => {
  test('never overtakes somebody in line while a seat comes free', () => held(overtaking));
  test('negative control: does so when seats come free before the line is looked at', () =>
    isLost([guard('persons: neq(place.person), settling: false, ...room', 'persons: neq(place.person), ...room')], overtaking));
});

test('whoever leaves the line while the seat comes free is either out or has the offer, never both', () =>
  held(leavingWhilePromoted));

test('500 people for 50 seats at once: exactly 50 get one, the rest wait in the order of their arrival', async () => {
  const world = await openWorld();
  try {
    const offeringId = await openEvent(world, await officerOf(world), { capacity: 50 });
    const answers = await Promise.all(people(world, 500).map((who) => who.call('registration.signUp', { offeringId })));
    expect(answers.filter(({ state }) => state === 'registered')).toHaveLength(50);
    expect(answers.filter(({ state }) => state === 'waiting')).toHaveLength(450);
    await world.settle();
    expectWhole(world.cloud, offeringId);
    expect(seatsOf(world.cloud, offeringId).line).toHaveLength(450);
  } finally {
    await world.close();
  }
});
