import { pages } from '../../shared/pages';
import { type Chamber, planned, waitingApplications } from '../support/chamber';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Office, openOffice, person, refusal, settle } from '../support/office';

let cloud: TestCloud;
let office: Office;
let chamber: Chamber;
let waiting: Awaited<ReturnType<typeof waitingApplications>>;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  waiting = await waitingApplications(cloud, office, 1, 3);
  chamber = await planned(cloud, office);
  await chamber.add(
    waiting.slice(0, 2).map(({ id }) => id),
    { together: true },
  );
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  for (const [seat, choice] of (['against', 'approve', 'recuse'] as const).entries()) await chamber.cast(1, seat, choice);
  await chamber.correct(1, 0, 'approve');
  await chamber.decide(1);
  await office.seats[3]?.call('governance.signIn', { meetingId: chamber.id, presence: 'remote' });
});
afterAll(() => cloud?.close());

const documents = (collection: string) => cloud.emulator.database.documents(collection);
const meetingId = () => chamber.id;
const seen = async (who = office.secretary) => who.call('governance.minutes', { meetingId: meetingId() });
const by = async () => ({ meetingId: meetingId(), version: (await seen()).version });
const lines = async (who: Office['secretary']) =>
  (await who.call('account.workbench', {})).rows.flatMap(({ kind, page }) => (page === pages.minutes(meetingId()) ? [kind] : []));
const inboxOf = async (who: Office['secretary']) =>
  (await who.call('account.inbox', {})).rows.map(({ kind }) => kind).filter((kind) => kind === 'minutesPublished');

test('are drafted once the meeting is closed, from its record: titles and references, no names', async () => {
  expect((await refusal(office.secretary.call('governance.draftMinutes', { meetingId: meetingId() }))).code).toBe('wrongStatus');
  await chamber.move('governance.closeMeeting');
  await settle(cloud);
  expect(await lines(office.secretary)).toEqual(['draftMinutes']);
  // Whoever checks minutes may look, and drafts none.
  for (const [who, draftMinutes] of [
    [office.secretary, true],
    [office.second, false],
  ] as const) {
    const { can } = await who.call('governance.meeting', { meetingId: meetingId() });
    expect(can).toMatchObject({ draftMinutes, minutes: true });
  }
  // That there are none yet is said to all alike; who may begin them hears that too, with the same call.
  expect(await refusal(seen())).toEqual({ code: 'notFound', fields: { possible: 'draftMinutes' } });
  for (const other of [office.second, waiting[0]?.who])
    expect(await refusal(seen(other))).toEqual({ code: 'notFound', fields: {} });
  await office.secretary.call('governance.draftMinutes', { meetingId: meetingId() });
  await settle(cloud);
  expect(await lines(office.secretary)).toEqual([]);
  const { sections, state } = await seen();
  expect(state).toBe('draft');
  expect(sections.map(({ key }) => key)).toEqual(['opening', 'attendance', 'item-1', 'other']);
  const all = sections.flatMap(({ record }) => record).join('\n');
  expect(all).toContain('应到 5 席，到会 4 席：会长、副会长1、副会长2、副会长3。');
  expect(all).toContain('请假或未到：秘书长。');
  expect(all).toContain('副会长3记为线上，自其后的议题起计算。');
  expect(all).toContain('表决时出席 3 席；同意 2，反对 0，弃权 0，回避 1；通过。');
  expect(all).toContain('回避：副会长2。');
  expect(all).toContain('会长的表决由本席位更正：反对改为同意。');
  expect(all).toContain('同意吸收新会员 2 名');
  expect(all).not.toMatch(/试|席\d/);
  expect((await refusal(office.secretary.call('governance.draftMinutes', { meetingId: meetingId() }))).code).toBe('wrongStatus');
});

test('are edited beside the record, and submitted for a check', async () => {
  const texts = [{ key: 'other', text: '会议提醒各位按时参加下次会议。' }];
  await office.secretary.call('governance.saveMinutes', { ...(await by()), texts });
  const unknown = office.secretary.call('governance.saveMinutes', { ...(await by()), texts: [{ key: 'item-9', text: '甲' }] });
  expect((await refusal(unknown)).code).toBe('request.invalid');
  await office.secretary.call('governance.submitMinutes', await by());
  await settle(cloud);
  expect((await seen()).sections.find(({ key }) => key === 'other')).toMatchObject({ record: [], text: texts[0]?.text });
});

test('are checked by somebody who wrote nothing of them; returned with the reason they are a draft again', async () => {
  expect(await lines(office.secretary)).toEqual([]);
  expect(await lines(office.second)).toEqual(['checkMinutes']);
  expect((await seen()).can).toMatchObject({ check: false, save: true });
  expect((await refusal(office.secretary.call('governance.checkMinutes', await by()))).code).toBe('auth.conflictOfInterest');
  await office.second.call('governance.returnMinutes', { ...(await by()), reason: '请写明下次会议的时间' });
  await settle(cloud);
  expect(await lines(office.secretary)).toEqual(['draftMinutes']);
  expect(await seen()).toMatchObject({ state: 'draft', returnReason: '请写明下次会议的时间' });
  await office.secretary.call('governance.submitMinutes', await by());
  // An edit after the submission takes them back.
  await office.secretary.call('governance.saveMinutes', {
    ...(await by()),
    texts: [{ key: 'other', text: '下次会议另行通知。' }],
  });
  expect((await refusal(office.second.call('governance.checkMinutes', await by()))).code).toBe('wrongStatus');
  expect((await refusal(office.secretary.call('governance.publishMinutes', await by()))).code).toBe('wrongStatus');
  await office.secretary.call('governance.submitMinutes', await by());
  await office.second.call('governance.checkMinutes', await by());
  await settle(cloud);
  expect(await lines(office.secretary)).toEqual(['publishMinutes']);
});

test('before they are published none of the members concerned can read them', async () => {
  for (const who of [waiting[0]?.who, waiting[2]?.who]) expect((await refusal(seen(who))).code).toBe('notFound');
});

test('name the voting rule by its title, not by its key', async () => {
  const { sections } = await seen();
  expect(sections[0]?.record).toContainEqual(
    '表决规则：会长办公会的法定人数和通过票数，第 1 版（本会默认），自开会时起适用于全部议题。',
  );
  expect(JSON.stringify(sections)).not.toContain('voting.');
});

test('are published to the members concerned, each told once, and to nobody else', async () => {
  await office.secretary.call('governance.publishMinutes', await by());
  await settle(cloud);
  const concerned = [...office.seats, ...waiting.slice(0, 2).map(({ who }) => who)];
  for (const who of concerned) {
    expect(await inboxOf(who)).toEqual(['minutesPublished']);
    expect((await seen(who)).state).toBe('published');
  }
  const outsider = waiting[2]?.who ?? person(cloud, 'o-outsider');
  expect(await inboxOf(outsider)).toEqual([]);
  expect((await refusal(seen(outsider))).code).toBe('notFound');
  expect((await refusal(outsider.call('governance.readMinutes', { meetingId: meetingId() }))).code).toBe('notFound');
  // An officer who sees meetings but has no part in minutes is nobody concerned either.
  expect((await refusal(seen(office.officer))).code).toBe('notFound');
});

test('whether somebody is concerned is told by the same database calls as whether there are minutes at all', async () => {
  const outsider = waiting[2]?.who ?? person(cloud, 'o-outsider');
  const callsFor = async (id: string) => {
    await refusal(outsider.call('governance.minutes', { meetingId: id }));
    const entry = cloud.emulator.functionLog.entries.filter(({ endpoint }) => endpoint === 'governance.minutes').at(-1);
    return entry?.calls.map(({ action, collection }) => `${action} ${collection}`);
  };
  expect(await callsFor(meetingId())).toEqual(await callsFor('none'));
});

test('show the secretary who has read them; a reader sees their own receipt only', async () => {
  const reader = waiting[0]?.who;
  expect((await seen(reader)).can).toEqual({
    save: false,
    submit: false,
    check: false,
    return: false,
    publish: false,
    markRead: true,
  });
  for (let time = 0; time < 2; time += 1) await reader?.call('governance.readMinutes', { meetingId: meetingId() });
  const own = await seen(reader);
  expect(own).toMatchObject({ readAt: expect.any(String), receipts: [], can: { markRead: false } });
  const { receipts } = await seen();
  expect(receipts.filter(({ readAt }) => readAt !== null)).toMatchObject([
    { as: 'applicant', who: expect.stringMatching(/^SQ-/) },
  ]);
  expect(receipts.map(({ as }) => as)).toEqual(['seat', 'seat', 'seat', 'seat', 'seat', 'applicant', 'applicant']);
  expect(documents('minutes')).toHaveLength(1);
});

test('are not changed once they are published', async () => {
  const input = { ...(await by()), texts: [{ key: 'other', text: '改' }] };
  expect((await refusal(office.secretary.call('governance.saveMinutes', input))).code).toBe('wrongStatus');
});
