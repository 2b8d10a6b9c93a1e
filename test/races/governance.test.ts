import type { Replacement } from '../../scripts/replace-once';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Ending, interleave, someOrders } from '../support/interleave';
import { itemsOf, meetingInSession, type Office, openOffice, person, settle, waitingApplication } from '../support/office';

const opened: TestCloud[] = [];
afterEach(async () => {
  for (const cloud of opened.splice(0)) await cloud.close();
});

/** An office, and so many applications that wait for a meeting. */
async function open(applications: number, without: readonly Replacement[] = []) {
  const cloud = await startCloud({ without });
  opened.push(cloud);
  const office = await openOffice(cloud);
  const waiting = await Promise.all(Array.from({ length: applications }, (_, index) => waitingApplication(cloud, office, index)));
  return { cloud, office, ids: waiting.map(({ id }) => id) };
}

const seatOf = (office: Office, index: number) => office.seats[index] as Office['seats'][number];
const code = (ending: Ending) => (ending.ok ? 'ok' : ending.code);
const more = process.env.SOAK ? 10 : 1;

describe('two votes of one seat at once', () => {
  /** The seat votes on its phone while the secretary records its vote; the codes of both, in each of these orders. */
  async function votes(items: number, orders: ReturnType<typeof someOrders>, without: readonly Replacement[] = []) {
    const { cloud, office, ids } = await open(items, without);
    const meetingId = await meetingInSession(cloud, office, ids);
    for (const { id, version } of await itemsOf(office, meetingId))
      await office.secretary.call('governance.openItem', { meetingId, itemId: id, version });
    const agenda = await itemsOf(office, meetingId);
    const endings: string[] = [];
    for (const [index, order] of orders.entries()) {
      const itemId = agenda[Math.floor(index / office.seats.length)]?.id ?? '';
      const number = index % office.seats.length;
      const by = { meetingId, itemId, seat: `seat-${number + 1}`, choice: 'against' } as const;
      const [own, recorded] = await interleave(cloud.emulator, order, {
        a: () => seatOf(office, number).call('governance.castVote', { meetingId, itemId, choice: 'approve' }, { tag: 'a' }),
        b: () => office.secretary.call('governance.recordVote', by, { tag: 'b' }),
      });
      endings.push([code(own), code(recorded)].sort().join(' '));
    }
    const given = (await itemsOf(office, meetingId)).flatMap(({ votes: all }) => all.map(({ seat }) => seat).sort());
    return { endings, given };
  }

  test(
    'leave one vote, in every order of the database calls; the other is told that the seat has voted',
    async () => {
      const orders = someOrders(8, 15 * more).slice(0, 15 * more);
      const { endings, given } = await votes(3 * more, orders);
      expect(new Set(endings)).toEqual(new Set(['ok stale']));
      expect(given).toHaveLength(orders.length);
    },
    120_000 * more,
  );

  test('are two votes without the look at those already given: the guard is what holds', async () => {
    const guard = {
      file: 'cloudfunctions/governance/vote/voting.ts',
      find: 'item.votes.some(({ seat }) => seat === entry.seat)',
      by: 'false',
    };
    const { endings } = await votes(1, someOrders(8, 5), [guard]);
    expect(endings).toContain('ok ok');
  });
});

describe('a decision against a vote that comes at the last moment', () => {
  /** Three of four present seats have voted; the fourth votes while the secretary decides on what they saw. */
  async function decisions(orders: ReturnType<typeof someOrders>, without: readonly Replacement[] = []) {
    const { cloud, office, ids } = await open(orders.length, without);
    const meetingId = await meetingInSession(cloud, office, ids, 4);
    const endings: string[] = [];
    for (const [index, { id: itemId, version }] of (await itemsOf(office, meetingId)).entries()) {
      let seen = (await office.secretary.call('governance.openItem', { meetingId, itemId, version })).version;
      for (const number of [0, 1, 2])
        ({ version: seen } = await seatOf(office, number).call('governance.castVote', { meetingId, itemId, choice: 'approve' }));
      const [late, decided] = await interleave(cloud.emulator, orders[index] ?? [], {
        a: () => seatOf(office, 3).call('governance.castVote', { meetingId, itemId, choice: 'against' }, { tag: 'a' }),
        b: () => office.secretary.call('governance.decideItem', { meetingId, itemId, version: seen }, { tag: 'b' }),
      });
      endings.push(`${code(late)} ${code(decided)}`);
    }
    return { endings, items: await itemsOf(office, meetingId) };
  }

  test(
    'never counts a vote that the secretary did not see, and never leaves out a seat that is present',
    async () => {
      const { endings, items } = await decisions(someOrders(8, 6 * more));
      expect(new Set(endings)).toEqual(new Set(['ok stale', 'ok vote.incomplete']));
      expect(items.map(({ state, votes }) => [state, votes.length])).toEqual(items.map(() => ['open', 4]));
    },
    120_000 * more,
  );

  test('counts it without the look at the version: the guard is what holds', async () => {
    const guard = { file: 'cloudfunctions/governance/vote/decide-item.ts', find: 'item.version !== input.version', by: 'false' };
    const { endings } = await decisions(someOrders(8, 3), [guard]);
    expect(endings).toContain('ok ok');
  });
});

describe('one application put on two agendas at once', () => {
  async function agendas(orders: ReturnType<typeof someOrders>, without: readonly Replacement[] = []) {
    const { cloud, office, ids } = await open(orders.length, without);
    const endings: string[] = [];
    for (const [index, order] of orders.entries()) {
      const plan = () =>
        office.secretary.call('governance.planMeeting', {
          body: 'presidentsOffice',
          at: new Date(cloud.emulator.clock.now() + 86_400_000).toISOString(),
          place: '会议室',
        });
      const [one, two] = [await plan(), await plan()];
      const add = (meeting: { id: string; version: number }, tag: string) => () =>
        office.secretary.call(
          'governance.addItems',
          { meetingId: meeting.id, version: meeting.version, applicationIds: [ids[index] ?? ''] },
          { tag },
        );
      const both = await interleave(cloud.emulator, order, { a: add(one, 'a'), b: add(two, 'b') });
      endings.push(both.map(code).sort().join(' '));
    }
    const live = cloud.emulator.database.documents('agendaItems').map(({ applicationId }) => applicationId);
    return { endings, live };
  }

  test(
    'stands on one of them',
    async () => {
      const { endings, live } = await agendas(someOrders(8, 4 * more));
      for (const ending of endings) expect(ending).toMatch(/^ok (stale|wrongStatus)$/);
      expect(new Set(live).size).toBe(live.length);
    },
    120_000 * more,
  );

  test('stands on both without its unique claim: the guard is what holds', async () => {
    const guard = {
      file: 'cloudfunctions/governance/agenda/add-items.ts',
      find: 'rank: rankOf.application(facts),\n  live: facts.id',
      by: 'rank: rankOf.application(facts),\n  live: _id',
    };
    expect((await agendas(someOrders(8, 3), [guard])).endings).toContain('ok ok');
  });
});

describe('an application withdrawn while it is put on an agenda', () => {
  /** The secretary's call has read the application as waiting and stops before it writes; then the applicant withdraws. */
  async function withdrawn(without: readonly Replacement[] = []) {
    const { cloud, office, ids } = await open(1, without);
    const who = person(cloud, 'o-applicant-0');
    const applicationId = ids[0] ?? '';
    const { version } = await who.call('membership.application', { applicationId });
    const at = new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
    const planned = await office.secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '会议室' });
    const gate = cloud.emulator.faults.hold({ tag: 'agenda', collection: 'journal', action: 'insertDocument' });
    const input = { meetingId: planned.id, version: planned.version, applicationIds: [applicationId] };
    const adding = office.secretary.call('governance.addItems', input, { tag: 'agenda' });
    await gate.arrived(1);
    await who.call('membership.withdrawApplication', { applicationId, version });
    gate.open();
    await adding;
    await settle(cloud);
    return itemsOf(office, planned.id);
  }

  test('does not stay there', async () => {
    expect(await withdrawn()).toEqual([]);
  });

  test('stays there without the second look: the guard is what holds', async () => {
    const guard = {
      file: 'cloudfunctions/governance/agenda/reactions.ts',
      find: "'agenda.scheduled': [afterScheduling],",
      by: '',
    };
    expect(await withdrawn([guard])).toHaveLength(1);
  });
});
