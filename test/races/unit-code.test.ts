import type { Phone } from '../support/cloud';
import { file, held, isLost, newOpenid, outcomes, run } from '../support/membership/race';
import { creditCodeOf, fillInUnit, submitUnit, unitFormOf } from '../support/membership/unit';
import type { World } from '../support/membership/world';

let order = 1000;

/** Two contact persons hand in the same credit code at the same instant. */
async function race(world: World) {
  let both: readonly { readonly phone: Phone; readonly id: string }[];
  const submit = (index: 0 | 1) => async (tag: string) => {
    const { phone, id } = both[index] ?? { phone: world.cloud.phone(''), id: '' };
    return submitUnit(phone, id, { tag });
  };
  return run(world, {
    calls: { service: 'database', collection: 'reservations' },
    prepare: async () => {
      const code = creditCodeOf((order += 1));
      const begin = async () => {
        const phone = world.cloud.phone(newOpenid());
        return { phone, id: await fillInUnit(world.cloud, phone, unitFormOf(code)) };
      };
      both = [await begin(), await begin()];
    },
    actors: { A: submit(0), B: submit(1) },
    check: (results) => expect(outcomes(results)).toEqual(['identity.taken', 'ok']),
  });
}

test('of two contact persons with one credit code one has it, the other is told that it is taken', async () => {
  expect((await held(race)).orders).toBeGreaterThan(1);
}, 180_000);

test(
  'without the reservation under the code both have it: the guard is what holds',
  () =>
    isLost(
      [
        {
          file: file('reservations'),
          find: 'const _id = identitySlot(identity);',
          by: 'const _id = identitySlot(identity) + application;',
        },
      ],
      race,
    ),
  180_000,
);
