import type { Phone } from '../support/cloud';
import { allConsents, idNumberOf } from '../support/membership/form';
import { file, held, isLost, newApplicant, newOpenid, outcomes, run } from '../support/membership/race';
import type { Applicant, World } from '../support/membership/world';

describe('two people who submit the same identity number at the same instant', () => {
  let order = 500;
  async function race(world: World) {
    let both: readonly Applicant[];
    const submit = (index: number) => async (tag: string) => {
      const applicant = both[index] as Applicant;
      const { version } = await applicant.view();
      const input = { applicationId: applicant.id, version, consents: allConsents };
      return applicant.phone.call('membership.submitApplication', input, { tag });
    };
    return run(world, {
      calls: { service: 'database', collection: 'reservations' },
      prepare: async () => {
        const idNumber = idNumberOf((order += 1));
        both = [await newApplicant(world, idNumber), await newApplicant(world, idNumber)];
      },
      actors: { A: submit(0), B: submit(1) },
      check: (results) => expect(outcomes(results)).toEqual(['identity.taken', 'ok']),
    });
  }

  test('one has it, the other is told that it is taken', async () => {
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without the reservation under its own name both have it: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('reservations'),
          find: 'const _id = identitySlot(identity);',
          by: 'const _id = identitySlot(identity) + application;',
        },
      ],
      race,
    ));
});

describe('two beginnings of one person at once', () => {
  async function race(world: World) {
    let phone: Phone;
    const start = (tag: string) => phone.call('membership.startApplication', { kind: 'individual' }, { tag });
    return run(world, {
      calls: { service: 'database', collection: 'reservations' },
      prepare: () => {
        phone = world.cloud.phone(newOpenid());
      },
      actors: { A: start, B: start },
      check: async (results) => {
        // One that waits on the other all the way through is told to come again.
        expect(['ok ok', 'busy ok']).toContain(outcomes(results).join(' '));
        const answers = Object.values(results).flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
        const ids = [...answers, await start('later')].map((answer) => (answer as { readonly id: string }).id);
        expect(new Set(ids).size).toBe(1);
      },
    });
  }

  test('are one application', async () => {
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without the reservation are two: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('application/start-application'),
          find: 'tx.add(reservations, { _id, application }',
          by: 'tx.add(reservations, { _id: _id + application, application }',
        },
      ],
      race,
    ));
});
