import type { Phone } from '../support/cloud';
import { crashEverywhere } from '../support/membership/crash';
import { openWorld, type World } from '../support/membership/world';
import { expectWhole, openEvent, seatsOf } from '../support/registration';

let world: World;
let officer: Phone;
beforeAll(async () => {
  world = await openWorld({ emulator: { workersPerFunction: 1 } });
  officer = await world.staff('o-officer', 'liaisonOfficer');
});
afterAll(() => world?.close());

let people = 0;
const newcomer = () => world.cloud.phone(`o-newcomer-${(people += 1)}`);

/** Lets the timers finish what a crash left. */
async function tended(offeringId: string): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await world.cloud.emulator.clock.advance(120_000);
    await world.cloud.emulator.timers.fire('jobs', 'tendRegistrations');
  }
  await world.settle();
  expectWhole(world.cloud, offeringId);
}

describe.each([{ given: 'asks again' }, { given: 'gives up', givenUp: true as const }])(
  'a crash after any database call, and the person $given',
  ({ givenUp }) => {
    test('of a sign-up leaves a seat with its registration, or neither', async () => {
      let offeringId = '';
      let who = newcomer();
      await crashEverywhere(world, {
        endpoint: 'registration.signUp',
        every: true,
        ...(givenUp && { givenUp }),
        prepare: async () => {
          offeringId = await openEvent(world, officer, { capacity: 1 });
          who = newcomer();
          await newcomer().call('registration.signUp', { offeringId });
          return (requestId) => who.call('registration.signUp', { offeringId }, { requestId });
        },
        check: async () => {
          await tended(offeringId);
          const { line } = seatsOf(world.cloud, offeringId);
          const mine = await who.call('registration.mine', { offeringId });
          expect(mine?.state).toBe(line.length === 1 ? 'waiting' : undefined);
          if (!givenUp) expect(line).toHaveLength(1);
        },
      });
    });

    test('of a cancellation frees the seat once, and it is offered once', async () => {
      let offeringId = '';
      let [holder, next] = [newcomer(), newcomer()];
      await crashEverywhere(world, {
        endpoint: 'registration.cancel',
        every: true,
        ...(givenUp && { givenUp }),
        prepare: async () => {
          offeringId = await openEvent(world, officer, { capacity: 1 });
          [holder, next] = [newcomer(), newcomer()];
          const { id, version } = await holder.call('registration.signUp', { offeringId });
          await next.call('registration.signUp', { offeringId });
          return (requestId) => holder.call('registration.cancel', { registrationId: id, version }, { requestId });
        },
        check: async () => {
          await tended(offeringId);
          const states = [holder, next].map(async (who) => (await who.call('registration.mine', { offeringId }))?.state);
          const [given, offered] = await Promise.all(states);
          if (!givenUp) expect(given).toBe('cancelled');
          expect(offered).toBe(given === 'cancelled' ? 'offered' : 'waiting');
        },
      });
    });
  },
);
