import { explore, type Scenario } from '../../emulator/faults/explore';
import type { Replacement } from '../../scripts/replace-once';
import type { Phone, Refusal } from '../support/cloud';
import { allConsents, checklist, idNumberOf } from '../support/membership/form';
import { openRoom } from '../support/membership/meeting';
import { type Applicant, openWorld, review, seenBy, type World } from '../support/membership/world';

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function open(without: readonly Replacement[] = []): Promise<World> {
  const world = await openWorld({ without });
  worlds.push(world);
  return world;
}

/** Two interruptions show nearly every race; the soak run takes all orders. */
const thorough = process.env.SOAK ? {} : { interruptions: 2, most: 12 };

type Parts = Pick<Scenario, 'calls' | 'prepare' | 'actors' | 'check'>;

const run = (world: World, parts: Parts) => explore({ faults: world.cloud.emulator.faults, ...thorough, ...parts });

/** The same race with a guard taken out must be lost in some order. */
async function isLost(without: readonly Replacement[], race: (world: World) => Promise<unknown>): Promise<void> {
  const world = await open(without);
  await expect(race(world)).rejects.toThrow(/^in the order/);
}

type Results = Parameters<Scenario['check']>[0];

/** Codes of the refused and `ok` of the others, sorted. */
const outcomes = (results: Results) =>
  Object.values(results)
    .map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as Refusal).code))
    .sort();

let people = 0;
const newApplicant = (world: World, idNumber?: string) => {
  people += 1;
  return world.applicant(`o-racer-${people}`, idNumber ? { identity: { idNumber } } : {});
};

const file = (name: string) => `cloudfunctions/membership/${name}.ts`;

describe('two saves of one section from the same version', () => {
  async function race(world: World) {
    let applicant: Applicant;
    let version: number;
    const save = (post: string) => (tag: string) =>
      applicant.phone.call(
        'membership.saveDraft',
        { applicationId: applicant.id, version, draft: { section: 'work', values: { post } } },
        { tag },
      );
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        applicant = await newApplicant(world);
        ({ version } = await applicant.view());
      },
      actors: { A: save('甲'), B: save('乙') },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        const kept = results.A?.status === 'fulfilled' ? '甲' : '乙';
        expect((await applicant.view()).form.work?.post).toBe(kept);
      },
    });
  }

  test('one is kept and the other is told that it is stale', async () => {
    expect((await race(await open())).orders).toBeGreaterThan(4);
  });

  test('without the look at the version one overwrites the other: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('moves'),
          find: `owner === actor.id);
  if (!application) throw new AppError('notFound');
  if (application.version !== version) throw new AppError('stale');`,
          by: `owner === actor.id);
  if (!application) throw new AppError('notFound');
  void version;`,
        },
      ],
      race,
    ));
});

describe('one form submitted twice, as two requests', () => {
  test('is one submission, one reservation and one inbox entry, in every order', async () => {
    const world = await open();
    let applicant: Applicant;
    let version: number;
    const submit = (tag: string) =>
      applicant.phone.call(
        'membership.submitApplication',
        { applicationId: applicant.id, version, consents: allConsents },
        { tag },
      );
    await run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        applicant = await newApplicant(world);
        ({ version } = await applicant.view());
      },
      actors: { A: submit, B: submit },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        await world.settle();
        const { rows } = await applicant.phone.call('account.inbox', {});
        expect(rows.map(({ kind }) => kind)).toEqual(['applicationSubmitted']);
      },
    });
    const held = world.cloud.emulator.database.documents('reservations').filter(({ _id }) => String(_id).startsWith('identity.'));
    expect(held).toHaveLength(world.cloud.emulator.database.count('applications'));
  });
});

describe('two officers who decide at once', () => {
  let liaisons: readonly Phone[];
  async function race(world: World) {
    liaisons = [await world.staff('o-first', 'liaisonOfficer'), await world.staff('o-other', 'liaisonOfficer')];
    const [first, other] = liaisons as readonly [Phone, Phone];
    let seen: { readonly applicationId: string; readonly version: number };
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        const applicant = await newApplicant(world);
        await applicant.submit();
        await first.call('membership.acceptApplication', await seenBy(first, applicant.id));
        seen = await seenBy(first, applicant.id);
      },
      actors: {
        A: (tag) => first.call('membership.recommendApplication', { ...seen, checklist, opinion: '同意' }, { tag }),
        B: (tag) =>
          other.call('membership.returnApplication', { ...seen, notes: [{ field: 'work.post', note: '请补填' }] }, { tag }),
      },
      check: (results) => expect(outcomes(results)).toEqual(['ok', 'stale']),
    });
  }

  test('one commits and the other is told that it is stale', async () => {
    expect((await race(await open())).orders).toBeGreaterThan(4);
  });

  test('without the look at the version the other is told something else: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('moves'),
          find: `staffSees(actor, found));
  if (!application) throw new AppError('notFound');
  if (application.version !== version) throw new AppError('stale');`,
          by: `staffSees(actor, found));
  if (!application) throw new AppError('notFound');
  void version;`,
        },
      ],
      race,
    ));
});

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
    expect((await race(await open())).orders).toBeGreaterThan(1);
  });

  test('without the reservation under its own name both have it: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('reservations'),
          find: '_id: identitySlot(identity), application',
          by: '_id: identitySlot(identity) + application, application',
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
        phone = world.cloud.phone(`o-starter-${(people += 1)}`);
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
    expect((await race(await open())).orders).toBeGreaterThan(1);
  });

  test('without the reservation are two: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('start-application'),
          find: '_id: applicantSlot(account), application',
          by: '_id: applicantSlot(account) + application, application',
        },
      ],
      race,
    ));
});

describe('two admissions at once', () => {
  async function race(world: World) {
    const liaison = await world.staff('o-liaison', 'liaisonOfficer');
    const second = await world.staff('o-second', 'secondReviewer');
    const room = await openRoom(world);
    const { database } = world.cloud.emulator;
    const awaiting = async () => {
      const applicant = await newApplicant(world);
      await applicant.submit();
      await review({ liaison, second }, applicant.id);
      return room.voted(await room.schedule([applicant.id]), 'approve');
    };
    let items: readonly Awaited<ReturnType<typeof awaiting>>[];
    const decide = (index: number) => (tag: string) =>
      room.secretary.call('governance.decideItem', items[index] ?? { meetingId: '', itemId: '', version: 0 }, { tag });
    let members = 0;
    return run(world, {
      calls: { service: 'database', collection: 'memberNumbers' },
      prepare: async () => {
        items = [await awaiting(), await awaiting()];
      },
      actors: { A: decide(0), B: decide(1) },
      check: async () => {
        await world.settle();
        members += 2;
        const numbers = database.documents('members').map(({ number }) => Number(String(number).split('-')[3]));
        expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: members }, (_, index) => index + 1));
      },
    });
  }

  test('have two numbers that follow one another, without a gap and none twice', async () => {
    expect((await race(await open())).orders).toBeGreaterThan(1);
  });

  test('without the counter being written they have not: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('member-numbers'),
          find: 'const next = (counter?.last ?? 0) + 1;',
          by: 'const next = (counter?.last ?? 0) + 1;\n  if (counter) return memberNumber(kind, year, next);',
        },
      ],
      race,
    ));
});

describe('a withdrawal at the moment of the decision', () => {
  async function race(world: World) {
    const liaison = await world.staff('o-liaison', 'liaisonOfficer');
    const second = await world.staff('o-second', 'secondReviewer');
    const room = await openRoom(world);
    const { database } = world.cloud.emulator;
    let applicant: Applicant;
    let version: number;
    let item: Awaited<ReturnType<typeof room.voted>>;
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        applicant = await newApplicant(world);
        await applicant.submit();
        await review({ liaison, second }, applicant.id);
        item = await room.voted(await room.schedule([applicant.id]), 'approve');
        ({ version } = await applicant.view());
      },
      actors: {
        A: (tag) => applicant.phone.call('membership.withdrawApplication', { applicationId: applicant.id, version }, { tag }),
        B: (tag) => room.secretary.call('governance.decideItem', item, { tag }),
      },
      check: async ({ A }) => {
        await world.settle();
        const { state } = await applicant.view();
        const members = database.documents('members').filter(({ application }) => application === applicant.id);
        expect([A?.status, state, members.length]).toEqual(
          A?.status === 'fulfilled' ? ['fulfilled', 'withdrawn', 0] : ['rejected', 'admitted', 1],
        );
      },
    });
  }

  test('ends withdrawn without a member, or admitted and not withdrawn', async () => {
    expect((await race(await open())).orders).toBeGreaterThan(2);
  });

  test('without the end of a withdrawn application both happen: the guard is what holds', () =>
    isLost(
      [
        { file: file('applications'), find: 'endedStates.includes(application.state)', by: 'endedStates.length === 0' },
        {
          file: 'shared/membership/lifecycle.ts',
          find: 'withdrawn: {},',
          by: "withdrawn: { admit: { to: 'admitted', by: 'system' }, schedule: { to: 'onAgenda', by: 'system' } },",
        },
        { file: file('conclude-application'), find: '|| identity === undefined', by: '' },
      ],
      race,
    ));
});
