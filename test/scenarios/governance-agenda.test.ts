import { startCloud, type TestCloud } from '../support/cloud';
import {
  itemsOf,
  meetingInSession,
  type Office,
  openOffice,
  refusal,
  settle,
  voteOn,
  waitingApplication,
} from '../support/office';

let cloud: TestCloud;
let office: Office;
let number = 0;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

const waiting = () => waitingApplication(cloud, office, (number += 1));
const stateOf = (id: string) => cloud.emulator.database.documents('applications').find(({ _id }) => _id === id)?.state;
const soon = () => new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
const plan = (at = soon()) =>
  office.secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '总会会议室' });
const add = (meeting: { id: string; version: number }, ids: readonly string[]) =>
  office.secretary.call('governance.addItems', { meetingId: meeting.id, version: meeting.version, applicationIds: [...ids] });

test('meetings of a body count within their year, also those called off', async () => {
  const first = await plan();
  await office.secretary.call('governance.cancelMeeting', { meetingId: first.id, version: first.version, reason: '改期' });
  await plan();
  const nextYear = new Date(Date.UTC(new Date(cloud.emulator.clock.now()).getUTCFullYear() + 1, 5, 1)).toISOString();
  if (Date.parse(nextYear) - cloud.emulator.clock.now() < 360 * 86_400_000) await plan(nextYear);
  const { rows } = await office.secretary.call('governance.meetings', {});
  const titles = rows.map(({ title }) => title.replace(/\d{4}/, '年份'));
  expect(titles.filter((title) => title.endsWith('第1次会议')).length).toBeGreaterThanOrEqual(1);
  expect(titles).toContain('会长办公会 年份年第2次会议');
  expect(rows.at(-1)?.state).toBe('cancelled');
});

test('a meeting is planned from today to a year ahead, of a body that has seats', async () => {
  const day = 86_400_000;
  const at = (days: number) => new Date(cloud.emulator.clock.now() + days * day).toISOString();
  for (const days of [-3, 400]) expect((await refusal(plan(at(days)))).fields).toEqual({ at: 'date.outOfRange' });
  const council = office.secretary.call('governance.planMeeting', { body: 'council', at: soon(), place: '会议室' });
  expect((await refusal(council)).code).toBe('notFound');
});

test('the agenda is in the order of submission, in whatever order items are added, and no application stands there twice', async () => {
  const [first, second, third] = [await waiting(), await waiting(), await waiting()];
  const meeting = await plan();
  const added = await add(meeting, [third.id, first.id]);
  await add({ id: meeting.id, version: added.version }, [second.id]);
  expect((await itemsOf(office, meeting.id)).map(({ applicationId, order }) => [applicationId, order])).toEqual([
    [first.id, 1],
    [second.id, 2],
    [third.id, 3],
  ]);
  const other = await plan();
  expect((await refusal(add(other, [first.id]))).code).toBe('wrongStatus');
  expect((await first.who.call('account.home', {})).application).toMatchObject({
    state: 'onAgenda',
    meetingTitle: expect.any(String),
  });
});

test('an item taken off, a meeting called off and one closed early let their applications wait again', async () => {
  const [removed, cancelled, early] = [await waiting(), await waiting(), await waiting()];
  const meeting = await plan();
  const { version } = await add(meeting, [removed.id, cancelled.id]);
  const [item] = await itemsOf(office, meeting.id);
  await office.secretary.call('governance.removeItem', {
    meetingId: meeting.id,
    itemId: item?.id ?? '',
    version: item?.version ?? 0,
  });
  await office.secretary.call('governance.cancelMeeting', { meetingId: meeting.id, version: version + 1, reason: '改期' });
  const held = await meetingInSession(cloud, office, [early.id], 3);
  const now = await office.secretary.call('governance.meeting', { meetingId: held });
  await office.secretary.call('governance.closeMeeting', { meetingId: held, version: now.version });
  await settle(cloud);
  expect([removed, cancelled, early].map(({ id }) => stateOf(id))).toEqual(Array.from({ length: 3 }, () => 'awaitingMeeting'));
  const again = await plan();
  await add(again, [removed.id, cancelled.id, early.id]);
  await settle(cloud);
  expect(stateOf(early.id)).toBe('onAgenda');
  expect((await early.who.call('account.inbox', {})).rows.map(({ kind }) => kind)).toContain('applicationUnscheduled');
});

test('a withdrawn application leaves the agenda, also of a vote that is open; the numbers of the others stay', async () => {
  const [first, second] = [await waiting(), await waiting()];
  const meetingId = await meetingInSession(cloud, office, [first.id, second.id], 3);
  const [gone, stays] = await itemsOf(office, meetingId);
  await office.secretary.call('governance.openItem', { meetingId, itemId: gone?.id ?? '', version: gone?.version ?? 0 });
  const { version } = await first.who.call('membership.application', { applicationId: first.id });
  await first.who.call('membership.withdrawApplication', { applicationId: first.id, version });
  await settle(cloud);
  expect((await itemsOf(office, meetingId)).map(({ id, order }) => [id, order])).toEqual([[stays?.id, 2]]);
  const late = office.seats[0]?.call('governance.castVote', { meetingId, itemId: gone?.id ?? '', choice: 'approve' });
  expect((await refusal(late ?? Promise.resolve())).code).toBe('wrongStatus');
  const voted = await voteOn(office, meetingId, stays?.id ?? '', ['approve', 'approve', 'abstain']);
  const decided = await office.secretary.call('governance.decideItem', { meetingId, itemId: stays?.id ?? '', version: voted });
  expect(decided.resolution).toContain('议题2：同意');
});

test('attendance says who noted it, the seat or the secretary, and a rejected application may be followed by another', async () => {
  const { who, id } = await waiting();
  const meetingId = await meetingInSession(cloud, office, [id], 3);
  const seen = await office.secretary.call('governance.meeting', { meetingId });
  const noted = { meetingId, version: seen.version, seat: 'seat-4', presence: 'remote' } as const;
  await office.secretary.call('governance.recordAttendance', noted);
  const room = await office.seats[0]?.call('governance.meeting', { meetingId });
  expect(room?.seats.map(({ presence, by }) => [presence, by])).toEqual([
    ['onSite', 'seat'],
    ['onSite', 'seat'],
    ['onSite', 'seat'],
    ['remote', 'secretary'],
    [null, null],
  ]);
  expect(room).toMatchObject({ ownSeat: 'seat-1', quorum: { seats: 5, present: 4, needed: 3, reached: true } });
  const itemId = room?.items[0]?.id ?? '';
  const version = await voteOn(office, meetingId, itemId, ['approve', 'approve', 'against', 'abstain']);
  const decided = await office.secretary.call('governance.decideItem', { meetingId, itemId, version });
  expect(decided).toMatchObject({ outcome: 'notPassed', resolution: expect.stringContaining('不同意吸收申请编号') });
  await settle(cloud);
  expect(stateOf(id)).toBe('rejected');
  expect((await who.call('account.inbox', {})).rows[0]?.kind).toBe('applicationRejected');
});
