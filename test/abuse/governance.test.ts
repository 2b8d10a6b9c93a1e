import { apply, reviewTwice } from '../../scripts/demo/journey';
import type { EndpointName, Input } from '../../shared/endpoints';
import type { governance } from '../../shared/governance/endpoints';
import { startCloud, type TestCloud } from '../support/cloud';
import {
  applicant,
  itemsOf,
  meetingInSession,
  type Office,
  openOffice,
  person,
  refusal,
  settle,
  voteOn,
  waitingApplication,
} from '../support/office';

let cloud: TestCloud;
let office: Office;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

/** An input that each endpoint takes, about records that do not exist. */
const inputs: { readonly [K in keyof typeof governance as (typeof governance)[K]['name']]: object } = {
  'governance.bodies': {},
  'governance.body': { body: 'council' },
  'governance.changeMeeting': { meetingId: 'none', version: 1, place: '会议室', reason: '改期' },
  'governance.refreshSeats': { meetingId: 'none', version: 1 },
  'governance.sendNotice': { meetingId: 'none', version: 1, text: '请准时到会' },
  'governance.confirmNotice': { meetingId: 'none', number: 1 },
  'governance.paper': { meetingId: 'none', paperId: 'none' },
  'governance.leaveMeeting': { meetingId: 'none' },
  'governance.adjournMeeting': { meetingId: 'none', version: 1, reason: '午休' },
  'governance.resumeMeeting': { meetingId: 'none', version: 1 },
  'governance.addMatter': { meetingId: 'none', version: 1, title: '年度计划', text: '审议年度计划' },
  'governance.pullOutItem': { meetingId: 'none', itemId: 'none', version: 1, applicationId: 'none' },
  'governance.postponeItem': { meetingId: 'none', itemId: 'none', version: 1 },
  'governance.settleBatched': { itemId: 'none' },
  'governance.correctVote': { meetingId: 'none', itemId: 'none', seat: 'seat-1', choice: 'approve', reason: '点错了' },
  'governance.minutes': { meetingId: 'none' },
  'governance.draftMinutes': { meetingId: 'none' },
  'governance.saveMinutes': { meetingId: 'none', version: 1, texts: [{ key: 'opening', text: '' }] },
  'governance.submitMinutes': { meetingId: 'none', version: 1 },
  'governance.checkMinutes': { meetingId: 'none', version: 1 },
  'governance.returnMinutes': { meetingId: 'none', version: 1, reason: '请补充' },
  'governance.publishMinutes': { meetingId: 'none', version: 1 },
  'governance.readMinutes': { meetingId: 'none' },
  'governance.meetings': {},
  'governance.meeting': { meetingId: 'none' },
  'governance.planMeeting': { body: 'presidentsOffice', at: '2026-12-01T06:30:00Z', place: '会议室' },
  'governance.addItems': { meetingId: 'none', version: 1, applicationIds: ['none'] },
  'governance.removeItem': { meetingId: 'none', itemId: 'none', version: 1 },
  'governance.startMeeting': { meetingId: 'none', version: 1 },
  'governance.signIn': { meetingId: 'none', presence: 'onSite' },
  'governance.recordAttendance': { meetingId: 'none', version: 1, seat: 'seat-1', presence: 'onSite' },
  'governance.openItem': { meetingId: 'none', itemId: 'none', version: 1 },
  'governance.castVote': { meetingId: 'none', itemId: 'none', choice: 'approve' },
  'governance.recordVote': { meetingId: 'none', itemId: 'none', seat: 'seat-1', choice: 'approve' },
  'governance.decideItem': { meetingId: 'none', itemId: 'none', version: 1 },
  'governance.closeMeeting': { meetingId: 'none', version: 1 },
  'governance.cancelMeeting': { meetingId: 'none', version: 1, reason: '改期' },
  'governance.setBody': { body: 'council', term: 5, seats: [{ seat: 'seat-1', title: '会长', holder: null }], version: 0 },
  'governance.replayDecisions': {},
  'governance.followWithdrawal': { about: 'none', itemId: 'none' },
};
const names = Object.keys(inputs) as Extract<EndpointName, `governance.${string}`>[];
const inputOf = (name: EndpointName) => (inputs as Readonly<Record<string, object>>)[name] as Input<typeof name>;

/** Anybody may ask for minutes: who is not concerned finds none. */
const forAnybody = ['governance.minutes', 'governance.readMinutes'];
const codeFor = (name: string) => (forAnybody.includes(name) ? 'notFound' : 'auth.forbidden');

describe.each(names)('%s', (name) => {
  test('refuses a stranger, and stores nothing but the note of it', async () => {
    const stranger = person(cloud, 'o-stranger');
    const before = JSON.stringify(stored());
    expect((await refusal(stranger.call(name, inputOf(name)))).code).toBe(codeFor(name));
    expect(JSON.stringify(stored())).toBe(before);
    const notes = cloud.emulator.database.documents('refusals').filter(({ endpoint }) => endpoint === name);
    expect(notes).toMatchObject(forAnybody.includes(name) ? [] : [{ code: 'auth.forbidden', count: 1 }]);
  });

  test('refuses a caller without OPENID', async () => {
    const call = cloud.send('membership', { endpoint: name, input: inputs[name], requestId: 'x'.repeat(24) });
    await expect(call).resolves.toMatchObject({
      ok: false,
      code: /followWithdrawal|settleBatched/.test(name) ? 'auth.forbidden' : 'auth.required',
    });
  });
});

/** Everything but the notes of refusals and counters against guessing. */
function stored() {
  const { refusals: _refusals, limits: _limits, ...rest } = cloud.emulator.database.dump();
  return rest;
}

test('a meeting or item that does not exist, and an item of another meeting, are not found', async () => {
  for (const name of names.filter((each) => /Item|castVote|recordVote|Attendance|Meeting$/.test(each))) {
    if (name === 'governance.planMeeting' || name === 'governance.addItems') continue;
    const who = /castVote|leaveMeeting|confirmNotice/.test(name) ? office.seats[0] : office.secretary;
    expect([name, (await refusal(who?.call(name, inputOf(name)) ?? Promise.resolve())).code]).toEqual([name, 'notFound']);
  }
});

describe('votes', () => {
  let meetingId: string;
  let items: Awaited<ReturnType<typeof itemsOf>>;

  beforeAll(async () => {
    const first = await waitingApplication(cloud, office, 11);
    const second = await waitingApplication(cloud, office, 12);
    meetingId = await meetingInSession(cloud, office, [first.id, second.id], 3);
    items = await itemsOf(office, meetingId);
    await office.secretary.call('governance.openItem', {
      meetingId,
      itemId: items[0]?.id ?? '',
      version: items[0]?.version ?? 0,
    });
  });
  const itemId = (index = 0) => items[index]?.id ?? '';
  const seat = (index: number) => office.seats[index] as (typeof office.seats)[number];

  test('a seat votes once; its second vote finds that it has', async () => {
    await seat(0).call('governance.castVote', { meetingId, itemId: itemId(), choice: 'approve' });
    expect((await refusal(seat(0).call('governance.castVote', { meetingId, itemId: itemId(), choice: 'against' }))).code).toBe(
      'stale',
    );
    const recorded = office.secretary.call('governance.recordVote', {
      meetingId,
      itemId: itemId(),
      seat: 'seat-1',
      choice: 'against',
    });
    expect((await refusal(recorded)).code).toBe('stale');
    expect((await itemsOf(office, meetingId))[0]?.votes).toEqual([{ seat: 'seat-1', choice: 'approve', by: 'seat' }]);
  });

  test('a seat that did not sign in has no vote, nor has the secretary for it', async () => {
    expect((await refusal(seat(4).call('governance.castVote', { meetingId, itemId: itemId(), choice: 'approve' }))).code).toBe(
      'auth.forbidden',
    );
    const recorded = office.secretary.call('governance.recordVote', {
      meetingId,
      itemId: itemId(),
      seat: 'seat-5',
      choice: 'approve',
    });
    expect((await refusal(recorded)).code).toBe('auth.forbidden');
  });

  test('somebody with the right to vote but without a seat has none here', async () => {
    const guest = person(cloud, 'o-president-without-seat');
    const { code } = await guest.call('account.myStaffCode', { name: '无席' });
    await office.administrator.call('account.grantRole', { code, role: 'president' });
    expect((await refusal(guest.call('governance.castVote', { meetingId, itemId: itemId(), choice: 'approve' }))).code).toBe(
      'auth.forbidden',
    );
    expect((await refusal(guest.call('governance.signIn', { meetingId, presence: 'remote' }))).code).toBe('auth.forbidden');
  });

  test('an item that is not open takes no vote and no decision, and says what is possible', async () => {
    expect(await refusal(seat(1).call('governance.castVote', { meetingId, itemId: itemId(1), choice: 'approve' }))).toEqual({
      code: 'wrongStatus',
      fields: { state: 'pending', possible: 'open remove postpone' },
    });
    const version = items[1]?.version ?? 0;
    expect((await refusal(office.secretary.call('governance.decideItem', { meetingId, itemId: itemId(1), version }))).code).toBe(
      'wrongStatus',
    );
  });

  test('no decision while a present seat has not voted, nor on an older state than the present one', async () => {
    const [now] = await itemsOf(office, meetingId);
    const incomplete = await refusal(
      office.secretary.call('governance.decideItem', { meetingId, itemId: itemId(), version: now?.version ?? 0 }),
    );
    expect(incomplete).toEqual({ code: 'vote.incomplete', fields: { seats: 'seat-2 seat-3' } });
    const old = await refusal(
      office.secretary.call('governance.decideItem', { meetingId, itemId: itemId(), version: (now?.version ?? 0) - 1 }),
    );
    expect(old.code).toBe('stale');
  });

  test('no decision without a quorum at that moment, and what was decided stays', async () => {
    for (const index of [1, 2]) await seat(index).call('governance.castVote', { meetingId, itemId: itemId(), choice: 'approve' });
    const before = await office.secretary.call('governance.meeting', { meetingId });
    const leave = { meetingId, seat: 'seat-3', presence: 'excused' as const };
    const left = await office.secretary.call('governance.recordAttendance', { ...leave, version: before.version });
    const [item] = before.items;
    const decide = { meetingId, itemId: itemId(), version: item?.version ?? 0 };
    expect((await refusal(office.secretary.call('governance.decideItem', decide))).code).toBe('meeting.noQuorum');
    await office.secretary.call('governance.recordAttendance', { ...leave, presence: 'remote', version: left.version });
    expect((await office.secretary.call('governance.decideItem', decide)).outcome).toBe('passed');
    expect((await refusal(office.secretary.call('governance.decideItem', { ...decide, version: decide.version + 1 }))).code).toBe(
      'wrongStatus',
    );
    const late = seat(0).call('governance.castVote', { meetingId, itemId: itemId(), choice: 'against' });
    expect((await refusal(late)).code).toBe('wrongStatus');
  });

  test('whose role is taken away between the page and the tap has no vote any more', async () => {
    const holder = seat(1);
    const revoked = { accountId: office.accounts.get(holder.openid) ?? '', role: 'president' } as const;
    await office.administrator.call('account.revokeRole', revoked);
    expect((await refusal(holder.call('governance.castVote', { meetingId, itemId: itemId(1), choice: 'approve' }))).code).toBe(
      'auth.forbidden',
    );
    await office.administrator.call('account.grantRole', revoked);
  });
});

describe('whoever is a party to an application', () => {
  test('may only recuse themself, whoever records it; the recused seat stays in the quorum and leaves the base', async () => {
    const [holder] = office.seats;
    const own = await waitingApplicationOf(holder?.openid ?? '');
    const meetingId = await meetingInSession(cloud, office, [own], 3);
    const [item] = await itemsOf(office, meetingId);
    const itemId = item?.id ?? '';
    const seen = await holder?.call('governance.meeting', { meetingId });
    expect(seen?.items[0]).toMatchObject({ mustRecuse: true });
    await office.secretary.call('governance.openItem', { meetingId, itemId, version: item?.version ?? 0 });
    const vote = holder?.call('governance.castVote', { meetingId, itemId, choice: 'approve' }) ?? Promise.resolve();
    expect((await refusal(vote)).code).toBe('auth.conflictOfInterest');
    const recorded = office.secretary.call('governance.recordVote', { meetingId, itemId, seat: 'seat-1', choice: 'approve' });
    expect((await refusal(recorded)).code).toBe('auth.conflictOfInterest');
    await holder?.call('governance.castVote', { meetingId, itemId, choice: 'recuse' });
    await office.seats[1]?.call('governance.castVote', { meetingId, itemId, choice: 'approve' });
    const { version } = await office.secretary.call('governance.recordVote', {
      meetingId,
      itemId,
      seat: 'seat-3',
      choice: 'approve',
    });
    const [now] = await itemsOf(office, meetingId);
    expect(now).toMatchObject({ needed: 2, tally: { approve: 2, recuse: 1 } });
    expect((await office.secretary.call('governance.decideItem', { meetingId, itemId, version })).outcome).toBe('passed');
    await settle(cloud);
  });

  async function waitingApplicationOf(openid: string): Promise<string> {
    const submitted = await apply(person(cloud, openid), applicant(13));
    return (await reviewTwice(office.officer, office.second, submitted)).id;
  }
});

test('names of applicants are shown to those who run or sit in the meeting, and a body that does not decide entry takes none', async () => {
  const { id } = await waitingApplication(cloud, office, 14, { name: '试看得见' });
  const meetingId = await meetingInSession(cloud, office, [id], 3);
  expect((await itemsOf(office, meetingId))[0]?.subject).toBe('试看得见');
  await office.administrator.call('governance.setBody', {
    body: 'congress',
    term: 5,
    seats: [{ seat: 'seat-1', title: '代表', holder: null }],
    version: 0,
  });
  const at = new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
  const congress = await office.secretary.call('governance.planMeeting', { body: 'congress', at, place: '礼堂' });
  const add = { meetingId: congress.id, version: congress.version, applicationIds: [id] };
  expect((await refusal(office.secretary.call('governance.addItems', add))).code).toBe('wrongStatus');
  const version = await voteOn(office, meetingId, (await itemsOf(office, meetingId))[0]?.id ?? '', []);
  expect(version).toBeGreaterThan(0);
});
