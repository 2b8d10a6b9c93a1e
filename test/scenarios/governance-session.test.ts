import { apply, reviewTwice } from '../../scripts/demo/journey';
import { type Chamber, planned, waitingApplications } from '../support/chamber';
import { startCloud, type TestCloud } from '../support/cloud';
import { applicant, type Office, openOffice, person, refusal, settle, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

const documents = (collection: string) => cloud.emulator.database.documents(collection);
const application = (id: string) => documents('applications').find(({ _id }) => _id === id);

describe('a batch', () => {
  let chamber: Chamber;
  let waiting: Awaited<ReturnType<typeof waitingApplications>>;
  const id = (index: number) => waiting[index]?.id ?? '';

  beforeAll(async () => {
    waiting = await waitingApplications(cloud, office, 1, 5);
    chamber = await planned(cloud, office);
    await chamber.add(
      waiting.map((one) => one.id),
      { together: true },
    );
  });

  test('is one item of the agenda; each of its applications stands on no other agenda', async () => {
    const { items } = await chamber.view();
    expect(items).toMatchObject([{ order: 1, kind: 'admissionBatch', applicationId: null }]);
    expect(items[0]?.applications.map(({ applicationId }) => applicationId)).toEqual(waiting.map((one) => one.id));
    expect(items[0]?.applications[0]?.subject).toMatch(/^试/);
    await settle(cloud);
    expect(waiting.map((one) => application(one.id)?.state)).toEqual(waiting.map(() => 'onAgenda'));
    const other = await planned(cloud, office);
    expect((await refusal(other.add([id(0)]))).code).toBe('wrongStatus');
  });

  test('before the meeting one is pulled out and takes its place in the order of submission', async () => {
    await chamber.pullOut(1, id(1));
    const { items } = await chamber.view();
    expect(items.map(({ kind, applicationId, applications }) => [kind, applicationId, applications.length])).toEqual([
      ['admissionBatch', null, 4],
      ['admission', id(1), 0],
    ]);
  });

  test('during the session one is pulled out to the end, so that no number changes; after the first vote none', async () => {
    await chamber.start([0, 1, 2]);
    await chamber.open(1);
    await chamber.pullOut(1, id(2));
    expect((await chamber.item(3)).applicationId).toBe(id(2));
    await chamber.cast(1, 0, 'approve');
    expect((await refusal(chamber.pullOut(1, id(3)))).code).toBe('wrongStatus');
  });

  test('a withdrawn application leaves it, votes and all others stay', async () => {
    const { who } = waiting[4] ?? {};
    const { version } = (await who?.call('membership.application', { applicationId: id(4) })) ?? { version: 0 };
    await who?.call('membership.withdrawApplication', { applicationId: id(4), version });
    await settle(cloud);
    const item = await chamber.item(1);
    expect(item.applications.map(({ applicationId }) => applicationId)).toEqual([id(0), id(3)]);
    expect(item.votes).toHaveLength(1);
  });

  test('is decided once; each application follows by itself, in the order of the agenda', async () => {
    for (const seat of [1, 2]) await chamber.cast(1, seat, 'approve');
    const decided = await chamber.decide(1);
    expect(decided.resolution).toMatch(/议题1：同意吸收新会员 2 名：申请编号 SQ-\S+、SQ-\S+ 的 2 名申请人为\S+个人会员。$/);
    await settle(cloud);
    expect([0, 3].map((index) => application(id(index))?.state)).toEqual(['admitted', 'admitted']);
    const numbers = await Promise.all(
      [0, 3].map(async (index) => (await waiting[index]?.who.call('account.home', {}))?.member?.number),
    );
    expect([...numbers].sort()).toEqual(numbers);
    const events = documents('journal').flatMap(({ events: all }) => all as { type: string; application?: string }[]);
    const told = events.filter(({ type }) => type === 'agendaItem.decided').map(({ application: about }) => about);
    expect(told).toEqual([id(0), id(3)]);
    // Their own records stand in nobody's way any more.
    const own = documents('agendaItems').filter(({ batch }) => batch !== undefined);
    expect(own.map(({ state, live, _id }) => [state, live === _id])).toEqual(own.map(({ state }) => [state, true]));
  });

  test('the session ends only when no vote is open; what was not reached waits for another meeting', async () => {
    await chamber.pass(2);
    await chamber.open(3);
    expect((await refusal(chamber.move('governance.closeMeeting'))).code).toBe('wrongStatus');
    const { id: itemId, version } = await chamber.item(3);
    await office.secretary.call('governance.postponeItem', { meetingId: chamber.id, itemId, version });
    await chamber.move('governance.closeMeeting');
    await settle(cloud);
    expect(application(id(2))?.state).toBe('awaitingMeeting');
  });
});

test('a matter is decided by its title, and nothing else follows from it', async () => {
  const chamber = await planned(cloud, office);
  await chamber.addMatter('年度工作计划');
  await chamber.start([0, 1, 2]);
  expect((await chamber.item(1)).text).toBe('审议年度工作计划');
  const { resolution } = await chamber.pass(1);
  expect(resolution).toMatch(/议题1：同意“年度工作计划”。$/);
  await settle(cloud);
  const rows = documents('journal').filter(({ action }) => action === 'agendaItem.decide');
  expect(JSON.stringify(rows.map(({ events }) => events))).not.toContain('年度工作计划');
});

test('whoever is party to one application of a batch recuses themself from all of it, or it is pulled out first', async () => {
  const [holder] = office.seats;
  const own = await reviewTwice(office.officer, office.second, await apply(person(cloud, holder?.openid ?? ''), applicant(31)));
  const { id: other } = await waitingApplication(cloud, office, 32);
  const chamber = await planned(cloud, office);
  await chamber.add([own.id, other], { together: true });
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  expect(await chamber.item(1)).toMatchObject({ recusals: ['seat-1'] });
  expect((await refusal(chamber.cast(1, 0, 'approve'))).code).toBe('auth.conflictOfInterest');
  await chamber.pullOut(1, own.id);
  await chamber.cast(1, 0, 'approve');
  await chamber.open(2);
  expect((await refusal(chamber.cast(2, 0, 'approve'))).code).toBe('auth.conflictOfInterest');
  await chamber.cast(2, 0, 'recuse');
  await chamber.cast(2, 1, 'approve');
  await chamber.cast(2, 2, 'approve');
  expect(await chamber.item(2)).toMatchObject({ needed: 2, mustRecuse: false, recusals: ['seat-1'] });
  expect((await chamber.decide(2)).outcome).toBe('passed');
});

test('who comes late or leaves counts from then on; what was decided keeps the attendance it had', async () => {
  const chamber = await planned(cloud, office);
  for (const title of ['甲', '乙', '丙']) await chamber.addMatter(title);
  await chamber.start([0, 1, 2]);
  await chamber.pass(1);
  await office.seats[3]?.call('governance.signIn', { meetingId: chamber.id, presence: 'remote' });
  await chamber.open(2);
  for (const seat of [0, 1, 2]) await chamber.cast(2, seat, seat === 0 ? 'against' : 'approve');
  expect((await refusal(chamber.decide(2))).fields).toEqual({ seats: 'seat-4' });
  await chamber.leave(3);
  await chamber.leave(0);
  expect((await refusal(chamber.decide(2))).code).toBe('meeting.noQuorum');
  await office.seats[3]?.call('governance.signIn', { meetingId: chamber.id, presence: 'remote' });
  await chamber.cast(2, 3, 'approve');
  expect((await chamber.decide(2)).outcome).toBe('passed');
  // The vote of the seat that left is still on record, and counts no more.
  expect(await chamber.item(2)).toMatchObject({ present: 3, tally: { approve: 3, against: 0 } });
  expect((await chamber.item(2)).votes).toHaveLength(4);
  expect(await chamber.item(1)).toMatchObject({ present: 3, tally: { approve: 3 } });
  const { attendance } = await chamber.view();
  expect(attendance.map(({ seat, presence }) => `${seat} ${presence}`)).toEqual([
    'seat-1 onSite',
    'seat-2 onSite',
    'seat-3 onSite',
    'seat-4 remote',
    'seat-4 left',
    'seat-1 left',
    'seat-4 remote',
  ]);
  expect((await refusal(chamber.leave(0))).code).toBe('wrongStatus');
});

test('an adjourned session takes no vote and goes on with everything it had', async () => {
  const chamber = await planned(cloud, office);
  await chamber.addMatter('甲');
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  await chamber.cast(1, 0, 'approve');
  await chamber.adjourn();
  expect((await refusal(chamber.cast(1, 1, 'approve'))).code).toBe('wrongStatus');
  await chamber.leave(2);
  await office.seats[4]?.call('governance.signIn', { meetingId: chamber.id, presence: 'onSite' });
  await chamber.move('governance.resumeMeeting');
  for (const seat of [1, 4]) await chamber.cast(1, seat, 'approve');
  expect(await chamber.decide(1)).toMatchObject({ outcome: 'passed' });
});

test('a vote is corrected before the item is closed, with its trace, by the seat or the secretary, and not afterwards', async () => {
  const chamber = await planned(cloud, office);
  await chamber.addMatter('甲');
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  for (const seat of [0, 1, 2]) await chamber.cast(1, seat, 'against');
  await chamber.correct(1, 0, 'approve');
  const { id: itemId } = await chamber.item(1);
  const correction = { meetingId: chamber.id, itemId, seat: 'seat-2', choice: 'approve', reason: '听错了' } as const;
  expect((await refusal(office.seats[0]?.call('governance.correctVote', correction) ?? Promise.resolve())).code).toBe(
    'auth.forbidden',
  );
  await office.secretary.call('governance.correctVote', correction);
  expect((await chamber.item(1)).corrections).toMatchObject([
    { seat: 'seat-1', from: 'against', to: 'approve', by: 'seat', reason: '点错了' },
    { seat: 'seat-2', from: 'against', to: 'approve', by: 'secretary', reason: '听错了' },
  ]);
  expect(await chamber.decide(1)).toMatchObject({ outcome: 'passed' });
  expect((await refusal(office.secretary.call('governance.correctVote', { ...correction, choice: 'against' }))).code).toBe(
    'wrongStatus',
  );
  expect(await chamber.item(1)).toMatchObject({ outcome: 'passed', tally: { approve: 2, against: 1 } });
});
