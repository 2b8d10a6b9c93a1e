import { dayOf } from '../../shared/dates';
import type { Phone } from '../support/cloud';
import { openRoom } from '../support/membership/meeting';
import {
  file,
  held,
  isLost,
  newApplicant,
  outcomes,
  ownVersionUnread,
  run,
  staffVersionUnread,
} from '../support/membership/race';
import { type Applicant, recommend, review, seenBy, type World } from '../support/membership/world';

const applications = { service: 'database', collection: 'applications' } as const;
const day = 24 * 3600 * 1000;

/** The two officers of a race about reviews. */
const officers = async (world: World) => ({
  liaison: await world.staff('o-liaison', 'liaisonOfficer'),
  second: await world.staff('o-second', 'secondReviewer'),
});

/** Rejected applicants, one at a time; one meeting rejects several of them. */
async function rejections(world: World): Promise<() => Promise<Applicant>> {
  const reviewers = await officers(world);
  const room = await openRoom(world);
  const waiting: Applicant[] = [];
  return async () => {
    if (waiting.length === 0) {
      for (let count = 0; count < 4; count += 1) {
        const applicant = await newApplicant(world);
        await applicant.submit();
        await review(reviewers, applicant.id);
        waiting.push(applicant);
      }
      await room.decide(await room.schedule(waiting.map(({ id }) => id)), 'against');
      await world.settle();
    }
    return waiting.pop() as Applicant;
  };
}

const appeal = (applicant: Applicant, version: number, tag?: string) =>
  applicant.phone.call(
    'membership.appealApplication',
    { applicationId: applicant.id, version, reason: '补充了服务记录' },
    tag === undefined ? {} : { tag },
  );

describe('one rejection appealed against twice at once', () => {
  async function race(world: World) {
    const rejected = await rejections(world);
    let applicant: Applicant;
    let version: number;
    const actor = (tag: string) => appeal(applicant, version, tag);
    return run(world, {
      calls: applications,
      prepare: async () => {
        applicant = await rejected();
        ({ version } = await applicant.view());
      },
      actors: { A: actor, B: actor },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        await world.settle();
        const { rows } = await applicant.phone.call('account.inbox', {});
        expect(rows.filter(({ kind }) => kind === 'applicationAppealed')).toHaveLength(1);
      },
    });
  }

  test('is one appeal, and the second is told that it is stale', async () => {
    expect((await held(race)).orders).toBeGreaterThan(2);
  });

  test('without version, state and the mark of the first appeal there are two: the guards are what holds', () =>
    isLost(
      [
        ownVersionUnread,
        {
          file: 'shared/membership/lifecycle.ts',
          find: '  appealed: {\n',
          by: "  appealed: {\n    appeal: { to: 'appealed', by: 'application.submit', own: true, needs: 'reason' },\n",
        },
        { file: file('rejections'), find: '&& appeal === undefined', by: '&& appeal !== null' },
      ],
      race,
    ));
});

/** By a changed rule people may apply again at once, so that the time for it and the time for an appeal overlap. */
async function applyAgainAtOnce(world: World): Promise<void> {
  const { clock } = world.cloud.emulator;
  const approver = await world.staff('o-administrator-2', 'administrator');
  const { id: proposalId } = await world.cloud.phone('o-administrator').call('rules.proposeRule', {
    key: 'application.reapplicationDays',
    value: 0,
    effectiveFrom: dayOf(clock.now() + day),
    source: '会员管理暂行办法',
    note: '按新办法',
  });
  await approver.call('rules.approveProposal', { proposalId });
  await clock.advance(day);
}

describe('an appeal at the moment of a new application', () => {
  async function race(world: World) {
    await applyAgainAtOnce(world);
    const rejected = await rejections(world);
    const { database } = world.cloud.emulator;
    let applicant: Applicant;
    let version: number;
    return run(world, {
      calls: applications,
      prepare: async () => {
        applicant = await rejected();
        ({ version } = await applicant.view());
      },
      actors: {
        A: (tag) => appeal(applicant, version, tag),
        B: (tag) => applicant.phone.call('membership.startApplication', { kind: 'individual' }, { tag }),
      },
      check: async ({ A, B }) => {
        const { owner } = database.documents('applications').find(({ _id }) => _id === applicant.id) ?? {};
        const theirs = database.documents('applications').filter((each) => each.owner === owner);
        const { state } = await applicant.view();
        expect([A?.status, B?.status, state, theirs.length]).toEqual(
          A?.status === 'fulfilled' ? ['fulfilled', 'fulfilled', 'appealed', 1] : ['rejected', 'fulfilled', 'rejected', 2],
        );
      },
    });
  }

  test('is the appeal, and the beginning leads back to it; or the new application, and the time to appeal is over', async () => {
    expect((await held(race)).orders).toBeGreaterThan(2);
  });

  test('without the note on the rejected one that another follows both happen: the guard is what holds', () =>
    isLost(
      [{ file: file('application/start-application'), find: "if (earlier?.state === 'rejected')", by: 'if (earlier === null)' }],
      race,
    ));
});

describe('two people who decide one appeal at once', () => {
  async function race(world: World) {
    const rejected = await rejections(world);
    const deciders = [await world.staff('o-third', 'secondReviewer'), await world.staff('o-fourth', 'secondReviewer')] as const;
    let applicant: Applicant;
    let seen: { readonly applicationId: string; readonly version: number };
    const decide = (phone: Phone, outcome: 'upheld' | 'dismissed') => (tag: string) =>
      phone.call('membership.decideAppeal', { ...seen, outcome, reason: '看过材料' }, { tag });
    return run(world, {
      calls: applications,
      prepare: async () => {
        applicant = await rejected();
        await appeal(applicant, (await applicant.view()).version);
        seen = await seenBy(deciders[0], applicant.id);
      },
      actors: { A: decide(deciders[0], 'upheld'), B: decide(deciders[1], 'dismissed') },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        const { state, appeal: answered } = await applicant.view();
        expect([state, answered?.outcome]).toEqual(
          results.A?.status === 'fulfilled' ? ['awaitingMeeting', 'upheld'] : ['rejected', 'dismissed'],
        );
      },
    });
  }

  test('one decides and the other is told that it is stale', async () => {
    expect((await held(race)).orders).toBeGreaterThan(2);
  });

  test('without the look at the version the other is told something else: the guard is what holds', () =>
    isLost([staffVersionUnread], race));
});

describe('two second reviewers who decide at once', () => {
  async function race(world: World) {
    const { liaison, second } = await officers(world);
    const other = await world.staff('o-other-second', 'secondReviewer');
    let applicant: Applicant;
    let seen: { readonly applicationId: string; readonly version: number };
    return run(world, {
      calls: applications,
      prepare: async () => {
        applicant = await newApplicant(world);
        await applicant.submit();
        await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
        await recommend(liaison, applicant.id);
        seen = await seenBy(second, applicant.id);
      },
      actors: {
        A: (tag) => second.call('membership.endorseApplication', seen, { tag }),
        B: (tag) => other.call('membership.sendBackApplication', { ...seen, reason: '请再看一遍' }, { tag }),
      },
      check: async (results) => {
        expect(outcomes(results)).toEqual(['ok', 'stale']);
        const endorsed = results.A?.status === 'fulfilled';
        expect((await applicant.view()).state).toBe(endorsed ? 'awaitingMeeting' : 'underReview');
      },
    });
  }

  test('one commits and the other is told that it is stale', async () => {
    expect((await held(race)).orders).toBeGreaterThan(2);
  });

  test('without the look at the version the other is told something else: the guard is what holds', () =>
    isLost([staffVersionUnread], race));
});
