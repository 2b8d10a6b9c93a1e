import type { Replacement } from '../../scripts/replace-once';
import { planned, waitingApplications } from '../support/chamber';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Ending, interleave } from '../support/interleave';
import { openOffice, settle } from '../support/office';

const clouds: TestCloud[] = [];
afterAll(async () => {
  for (const cloud of clouds) await cloud.close();
});

const code = (ending: Ending) => (ending.ok ? 'ok' : ending.code);

async function open(without: readonly Replacement[] = []) {
  const cloud = await startCloud({ without });
  clouds.push(cloud);
  return { cloud, office: await openOffice(cloud), applicants: { next: 1 } };
}
type World = Awaited<ReturnType<typeof open>>;

/** The program as it is: one for all races without a guard taken out. */
let asItIs: Promise<World> | undefined;
const world = (without: readonly Replacement[]) => {
  if (without.length > 0) return open(without);
  asItIs ??= open();
  return asItIs;
};

const times = (who: 'a' | 'b', count: number) => Array.from({ length: count }, () => who);
/** More database calls than one command takes: then that one has ended. */
const whole = 40;
/** One after the other, and side by side. */
const orders = [
  [...times('a', whole), ...times('b', whole)],
  [...times('b', whole), ...times('a', whole)],
  Array.from({ length: whole }, (_, index) => (index % 2 === 0 ? 'a' : 'b')),
] as const;

/** Races two calls in each of some orders, on what `prepare` makes anew. */
async function raced<T>(
  { cloud }: World,
  prepare: () => Promise<T>,
  actors: (made: T) => { a: () => Promise<unknown>; b: () => Promise<unknown> },
  inOrders: readonly (readonly ('a' | 'b')[])[] = orders,
): Promise<{ readonly endings: readonly string[]; readonly made: readonly T[] }> {
  const endings: string[] = [];
  const all: T[] = [];
  for (const order of inOrders) {
    const made = await prepare();
    all.push(made);
    endings.push((await interleave(cloud.emulator, order, actors(made))).map(code).join(' '));
  }
  return { endings, made: all };
}

describe('minutes that are edited while they are checked', () => {
  async function race(without: readonly Replacement[] = []) {
    const here = await world(without);
    const { cloud, office } = here;
    const { secretary, second } = office;
    const submitted = async () => {
      const chamber = await planned(cloud, office);
      await chamber.start([0, 1, 2]);
      await chamber.move('governance.closeMeeting');
      const { id: meetingId, version } = await secretary.call('governance.draftMinutes', { meetingId: chamber.id });
      return secretary.call('governance.submitMinutes', { meetingId, version });
    };
    const texts = [{ key: 'other', text: '没有人看过的话' }];
    const { endings } = await raced(here, submitted, ({ id: meetingId, version }) => ({
      a: () => secretary.call('governance.saveMinutes', { meetingId, version, texts }, { tag: 'a' }),
      b: () => second.call('governance.checkMinutes', { meetingId, version }, { tag: 'b' }),
    }));
    const stored = cloud.emulator.database.documents('minutes');
    const unseen = stored.filter((one) => one.state === 'checked' && JSON.stringify(one.sections).includes('没有人看过'));
    return { endings, unseen };
  }

  test('are never checked with words that the checker did not see', async () => {
    const { endings, unseen } = await race();
    for (const ending of endings) expect(ending).toMatch(/^(ok (stale|wrongStatus)|(stale|wrongStatus) ok)$/);
    expect(unseen).toEqual([]);
  }, 120_000);

  test('are, without the look at the version and the way back to a draft: the guards are what holds', async () => {
    const version = {
      file: 'cloudfunctions/governance/minutes-records.ts',
      find: 'minutes.version !== version',
      by: 'false && version',
    };
    const save = {
      file: 'cloudfunctions/governance/minutes/check-minutes.ts',
      find: '{ expecting: input.version }',
      by: '{ expecting: minutes.version }',
    };
    const draft = {
      file: 'shared/governance/lifecycle.ts',
      find: "save: { to: 'draft', by: 'meeting.manage' },\n    check",
      by: "save: { to: 'submitted', by: 'meeting.manage' },\n    check",
    };
    expect((await race([version, save, draft])).unseen).not.toEqual([]);
  }, 120_000);
});

/** A batch of two in session, open, and its ids. */
async function batch({ cloud, office, applicants }: World) {
  const waiting = await waitingApplications(cloud, office, applicants.next, 2);
  applicants.next += 2;
  const chamber = await planned(cloud, office);
  await chamber.add(
    waiting.map(({ id }) => id),
    { together: true },
  );
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  const { id: itemId, version } = await chamber.item(1);
  return { chamber, waiting, itemId, version };
}
type Batch = Awaited<ReturnType<typeof batch>>;

describe('an application pulled out of a batch at the moment of the first vote on it', () => {
  async function race(without: readonly Replacement[] = []) {
    const here = await world(without);
    const { secretary, seats } = here.office;
    const { endings, made } = await raced(
      here,
      () => batch(here),
      ({ chamber, waiting, itemId, version }) => {
        const pull = { meetingId: chamber.id, itemId, version, applicationId: waiting[0]?.id ?? '' };
        const vote = { meetingId: chamber.id, itemId, choice: 'approve' } as const;
        return {
          a: () => secretary.call('governance.pullOutItem', pull, { tag: 'a' }),
          b: async () => seats[0]?.call('governance.castVote', vote, { tag: 'b' }),
        };
      },
    );
    return { endings, left: await Promise.all(made.map(leftIn)) };
  }
  const leftIn = async ({ chamber }: Batch) => (await chamber.item(1)).applications.length;

  test('leaves it before the vote, or stays', async () => {
    const { endings, left } = await race();
    expect(endings.every((ending) => ending === 'ok ok' || ending === 'wrongStatus ok' || ending === 'stale ok')).toBe(true);
    expect(left).toEqual(endings.map((ending) => (ending === 'ok ok' ? 1 : 2)));
    expect([endings[0], endings[1]?.endsWith(' ok'), endings[1] === 'ok ok']).toEqual(['ok ok', true, false]);
  }, 120_000);

  test('leaves it after the vote without the look at the votes given: the guard is what holds', async () => {
    const voted = { file: 'cloudfunctions/governance/policies.ts', find: 'votes.length === 0 && ', by: 'votes.length >= 0 && ' };
    const stale = {
      file: 'cloudfunctions/governance/agenda/pull-out-item.ts',
      find: 'batch.version !== input.version',
      by: 'batch.version < input.version',
    };
    const { endings } = await race([voted, stale]);
    expect(new Set(endings)).toEqual(new Set(['ok ok']));
  }, 120_000);
});

describe('an application withdrawn while its batch is decided', () => {
  async function race(without: readonly Replacement[] = []) {
    const here = await world(without);
    const { secretary } = here.office;
    const voted = async () => {
      const made = await batch(here);
      for (const seat of [0, 1, 2]) await made.chamber.cast(1, seat, 'approve');
      const [first] = made.waiting;
      const { version } = (await first?.who.call('membership.application', { applicationId: first.id })) ?? { version: 0 };
      return { ...made, seen: version, itemVersion: (await made.chamber.item(1)).version };
    };
    const { endings, made } = await raced(
      here,
      voted,
      ({ chamber, waiting: [first], seen, itemId, itemVersion }) => ({
        a: async () =>
          first?.who.call('membership.withdrawApplication', { applicationId: first.id, version: seen }, { tag: 'a' }),
        b: () => secretary.call('governance.decideItem', { meetingId: chamber.id, itemId, version: itemVersion }, { tag: 'b' }),
      }),
      atTheirCommits,
    );
    await settle(here.cloud);
    return made.map(({ waiting }, index) => endOf(here, endings[index] ?? '', waiting));
  }
  /** Around the commits of both: withdrawn or decided, and nothing that follows from it yet. */
  const atTheirCommits = [
    ...[6, 8, 10].map((calls) => [...times('a', calls), ...times('b', whole)]),
    [...times('b', 8), ...times('a', whole)],
  ];

  /** How both calls ended, the states of the two applications, and for whom there is a member. */
  function endOf({ cloud }: World, ending: string, waiting: Batch['waiting']) {
    const of = (collection: string) => cloud.emulator.database.documents(collection);
    const states = waiting.map(({ id }) => of('applications').find(({ _id }) => _id === id)?.state);
    const members = waiting.map(({ id }) => of('members').filter(({ application }) => application === id).length);
    return { ending, states, members };
  }

  test('is withdrawn or admitted, never both, and the others of the batch are admitted once the vote is closed', async () => {
    for (const { ending, states, members } of await race()) {
      const [withdrawal, decision] = ending.split(' ');
      expect(states).toEqual([withdrawal === 'ok' ? 'withdrawn' : 'admitted', decision === 'ok' ? 'admitted' : 'onAgenda']);
      expect(members).toEqual(states.map((state) => (state === 'admitted' ? 1 : 0)));
    }
  }, 120_000);

  test('is both without the look at what became of it: the guard is what holds', async () => {
    const ended = {
      file: 'cloudfunctions/membership/application/conclude-application.ts',
      find: 'if (isEnded(application))',
      by: 'if (application.member)',
    };
    const move = {
      file: 'shared/membership/lifecycle.ts',
      find: '  withdrawn: {},',
      by: "  withdrawn: { admit: { to: 'admitted', by: 'system' } },",
    };
    const identity = {
      file: 'cloudfunctions/membership/application/withdraw-application.ts',
      find: '{ identity: undefined, dueAt',
      by: '{ dueAt',
    };
    const both = (await race([ended, move, identity])).filter(
      ({ ending, members }) => ending.startsWith('ok') && members[0] === 1,
    );
    expect(both).not.toEqual([]);
  }, 120_000);
});
