import { dayOf } from '../../shared/dates';
import type { Phone } from '../support/cloud';
import { openRoom } from '../support/membership/meeting';
import { file, held, isLost, newApplicant, newOpenid, run } from '../support/membership/race';
import { creditCodeOf, fillInUnit, reviewUnit, submitUnit, unitFormOf } from '../support/membership/unit';
import { type Applicant, review, seenBy, type World } from '../support/membership/world';

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
    expect((await held(race)).orders).toBeGreaterThan(1);
  });

  test('without the counter being written they have not: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('member-numbers'),
          find: 'const next = (counter?.last ?? 0) + 1;',
          by: 'const next = (counter?.last ?? 0) + 1;\n  if (counter) return memberNumber(kind, year, next, format);',
        },
      ],
      race,
    ));
});

describe('a hit in 失信名单 at the moment of the decision', () => {
  async function race(world: World) {
    const liaison = await world.staff('o-liaison', 'liaisonOfficer');
    const second = await world.staff('o-second', 'secondReviewer');
    const room = await openRoom(world);
    const { database, clock } = world.cloud.emulator;
    let unit: { readonly phone: Phone; readonly id: string };
    let seen: Awaited<ReturnType<typeof seenBy>>;
    let item: Awaited<ReturnType<typeof room.voted>>;
    let units = 0;
    const listed = { check: 'distrustList', result: 'listed', source: '信用中国', checkedAt: dayOf(clock.now()) } as const;
    return run(world, {
      calls: { service: 'database', collection: 'applications' },
      prepare: async () => {
        const phone = world.cloud.phone(newOpenid());
        const form = unitFormOf(creditCodeOf((units += 1)));
        unit = { phone, id: await fillInUnit(world.cloud, phone, form) };
        await submitUnit(phone, unit.id);
        await reviewUnit({ liaison, second }, unit.id);
        item = await room.voted(await room.schedule([unit.id]), 'approve');
        await world.settle();
        seen = await seenBy(liaison, unit.id);
      },
      actors: {
        A: (tag) => liaison.call('membership.recordCompliance', { ...seen, ...listed }, { tag }),
        B: (tag) => room.secretary.call('governance.decideItem', item, { tag }),
      },
      check: async ({ A }) => {
        await world.settle();
        const { state } = await liaison.call('membership.reviewApplication', { applicationId: unit.id });
        const admitted = database.documents('members').filter(({ application }) => application === unit.id);
        expect([A?.status, state, admitted.length]).toEqual(
          A?.status === 'fulfilled' ? ['fulfilled', 'awaitingMeeting', 0] : ['rejected', 'admitted', 1],
        );
      },
    });
  }

  test('is noted and nobody is admitted, or comes after the admission', async () => {
    expect((await held(race)).orders).toBeGreaterThan(2);
  });

  test('without the look at it when the decision takes effect it is noted and the unit admitted: the guard is what holds', () =>
    isLost(
      [
        {
          file: file('application/conclude-application'),
          find: 'if (isVetoed(application.compliance)) return hold(application, context);',
          by: 'void isVetoed; void hold;',
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
    expect((await held(race)).orders).toBeGreaterThan(2);
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
        { file: file('application/conclude-application'), find: '|| identity === undefined', by: '' },
      ],
      race,
    ));
});
