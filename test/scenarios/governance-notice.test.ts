import type { Acting } from '../../scripts/demo/acting';
import { appoint } from '../../scripts/demo/staff';
import { pages } from '../../shared/pages';
import { planned, waitingApplications } from '../support/chamber';
import { startCloud, type TestCloud } from '../support/cloud';
import { type Office, openOffice, person, refusal, settle } from '../support/office';

let cloud: TestCloud;
let office: Office;
beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

const day = 86_400_000;
const after = (days: number) => new Date(cloud.emulator.clock.now() + days * day).toISOString();
const kindsOf = async (who: Acting | undefined) => (await who?.call('account.inbox', {}))?.rows.map(({ kind }) => kind) ?? [];
const seatHolder = (index: number) => office.seats[index] as Acting;

/** Uploads content as the secretary does. @returns its file id */
async function uploaded(content: Buffer<ArrayBuffer>, ending: string): Promise<string> {
  const account = office.accounts.get(office.secretary.openid) ?? '';
  return office.secretary.upload(`uploads/${account}/paper-${content.length}.${ending}`, content);
}

test('a notice reaches every holder of a seat with agenda and papers, who confirm it; the secretary sees who did', async () => {
  const chamber = await planned(cloud, office);
  await chamber.addMatter('年度计划');
  const { version } = await chamber.view();
  const papers = [{ title: '年度计划草案', fileId: await uploaded(Buffer.from('%PDF-1.7 plan'), 'pdf') }];
  await office.secretary.call('governance.sendNotice', { meetingId: chamber.id, version, text: '请准时到会', papers });
  await settle(cloud);
  for (const who of office.seats) expect(await kindsOf(who)).toEqual(['meetingNotice']);
  const seen = await seatHolder(0).call('governance.meeting', { meetingId: chamber.id });
  expect(seen).toMatchObject({ mustConfirm: true, items: [{ subject: '年度计划' }] });
  const [notice] = seen.notices;
  expect(notice).toMatchObject({
    number: 1,
    text: '请准时到会',
    changeReason: null,
    papers: [{ title: '年度计划草案', kind: 'pdf' }],
  });
  const paperId = notice?.papers[0]?.id ?? '';
  const { url } = await seatHolder(0).call('governance.paper', { meetingId: chamber.id, paperId });
  expect(await (await fetch(url)).text()).toBe('%PDF-1.7 plan');
  expect((await office.secretary.call('governance.paper', { meetingId: chamber.id, paperId })).url).toBeTruthy();
  // Others who read meetings see the notice, neither the papers nor that there are any.
  const chair = person(cloud, 'o-chair');
  await appoint(office.administrator, chair, '长一', [{ role: 'president' }]);
  for (const other of [office.officer, office.second, chair]) {
    expect((await refusal(other.call('governance.paper', { meetingId: chamber.id, paperId }))).code).toBe('notFound');
    const { notices } = await other.call('governance.meeting', { meetingId: chamber.id });
    expect(notices).toMatchObject([{ number: 1, text: '请准时到会', papers: [] }]);
  }
  for (let time = 0; time < 2; time += 1)
    await seatHolder(0).call('governance.confirmNotice', { meetingId: chamber.id, number: 1 });
  const { notices, can } = await chamber.view();
  expect(notices[0]?.receipts.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([true, false, false, false, false]);
  expect(can.confirmNotice).toBe(false);
});

test('another time or place is a further notice, to be confirmed anew; applicants wait for the new date', async () => {
  const [one] = await waitingApplications(cloud, office, 1, 1);
  const chamber = await planned(cloud, office);
  await chamber.add([one?.id ?? '']);
  const notice = { meetingId: chamber.id, version: (await chamber.view()).version, text: '请到会' };
  await office.secretary.call('governance.sendNotice', notice);
  await seatHolder(0).call('governance.confirmNotice', { meetingId: chamber.id, number: 1 });
  const at = after(5);
  const change = { meetingId: chamber.id, at, reason: '主持人出差' };
  const { version } = await chamber.view();
  expect((await refusal(office.secretary.call('governance.changeMeeting', { ...change, at: after(500), version }))).code).toBe(
    'request.invalid',
  );
  await office.secretary.call('governance.changeMeeting', { ...change, version });
  await settle(cloud);
  const seen = await seatHolder(0).call('governance.meeting', { meetingId: chamber.id });
  expect(seen).toMatchObject({ at, mustConfirm: true, notices: [{ number: 2, changeReason: '主持人出差' }, { number: 1 }] });
  expect((await kindsOf(seatHolder(0)))[0]).toBe('meetingChanged');
  const late = seatHolder(0).call('governance.confirmNotice', { meetingId: chamber.id, number: 1 });
  expect((await refusal(late)).code).toBe('stale');
  expect((await one?.who.call('account.home', {}))?.application).toMatchObject({ meetingAt: at });
  expect((await kindsOf(one?.who))[0]).toBe('applicationRescheduled');
  const line = (await office.secretary.call('account.workbench', {})).rows.find(({ page }) => page === pages.meeting(chamber.id));
  expect(line?.dueAt).toBe(at);
});

test('of two changes of the time the later one holds, also for an applicant who hears of the first one last', async () => {
  const [one] = await waitingApplications(cloud, office, 2, 1);
  const chamber = await planned(cloud, office);
  await chamber.add([one?.id ?? '']);
  await settle(cloud);
  const move = async (at: string, tag: string) => {
    const { version } = await chamber.view();
    return office.secretary.call('governance.changeMeeting', { meetingId: chamber.id, at, version, reason: '改期' }, { tag });
  };
  const { faults, database } = cloud.emulator;
  // The function dies when it has committed the change and begins to tell of it; the timer tells of it later.
  const match = { service: 'database', collection: 'applications', tag: 'first' } as const;
  const death = faults.add({ match, effect: { kind: 'kill', when: 'before' } });
  await expect(move(after(5), 'first')).rejects.toThrow();
  death.remove();
  const last = after(6);
  await move(last, 'second');
  const told = () => database.documents('applications').find(({ _id }) => _id === one?.id)?.agenda as { at: Date }[];
  expect(told().map(({ at }) => at.toISOString())).toEqual([last]);
  await settle(cloud);
  expect(told().map(({ at }) => at.toISOString())).toEqual([last]);
  expect((await one?.who.call('account.home', {}))?.application).toMatchObject({ meetingAt: last });
  expect((await kindsOf(one?.who)).filter((kind) => kind === 'applicationRescheduled')).toHaveLength(1);
});

test.each([
  ['a web page', Buffer.from('<html><script>alert(1)</script></html>'), 'pdf', 'paper.kind'],
  ['more than 5 MB', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(5 * 1024 * 1024)]), 'pdf', 'file.tooLarge'],
])('%s is no paper', async (_what, content, ending, code) => {
  const chamber = await planned(cloud, office);
  const papers = [{ title: '材料', fileId: await uploaded(content, ending) }];
  const { version } = await chamber.view();
  const sent = office.secretary.call('governance.sendNotice', { meetingId: chamber.id, version, text: '请到会', papers });
  expect(await refusal(sent)).toEqual({ code: 'file.refused', fields: { 'papers.0': code } });
  expect((await chamber.view()).notices).toEqual([]);
});

test("somebody else's upload is no paper, whether it exists or not, and a paper of another meeting is not found", async () => {
  const chamber = await planned(cloud, office);
  const foreign = (await uploaded(Buffer.from('%PDF-1.7 other'), 'pdf')).replace(/uploads\/[^/]+/, 'uploads/somebody');
  const { version } = await chamber.view();
  const send = (fileId: string) =>
    office.secretary.call('governance.sendNotice', {
      meetingId: chamber.id,
      version,
      text: '请到会',
      papers: [{ title: '材料', fileId }],
    });
  for (const fileId of [foreign, foreign.replace('.pdf', 'x.pdf'), 'https://example.invalid/a.pdf'])
    expect((await refusal(send(fileId))).fields).toEqual({ 'papers.0': 'file.owner' });
  const paper = seatHolder(0).call('governance.paper', { meetingId: chamber.id, paperId: 'none' });
  expect((await refusal(paper)).code).toBe('notFound');
});

describe('a body', () => {
  const council = { body: 'council', seats: [{ seat: 'seat-1', title: '理事长', holder: null as string | null }] } as const;
  const listed = async () => (await office.secretary.call('governance.bodies', {})).rows;
  const rowOf = async (body: string) => (await listed()).find((row) => row.body === body);
  const account = (index: number) => office.accounts.get(seatHolder(index).openid) ?? '';

  test('keeps the seats of every term; meetings carry its term and keep the seats they were called with', async () => {
    const set = (term: number, holder: string | null, version: number) =>
      office.administrator.call('governance.setBody', {
        body: 'council',
        term,
        seats: [{ ...council.seats[0], holder }],
        version,
      });
    await set(5, account(0), 0);
    const chamber = await planned(cloud, office, 'council');
    expect((await chamber.view()).title).toMatch(/^第五届理事会 \d{4}年第1次会议$/);
    await set(6, account(1), 1);
    expect((await refusal(set(5, null, 2))).fields).toEqual({ term: 'term.past' });
    expect(await rowOf('council')).toMatchObject({ term: 6, seats: 1, vacant: 0, earlier: [{ term: 5, seats: 1 }] });
    const holderIn = async (term?: number) =>
      (await office.secretary.call('governance.body', { body: 'council', ...(term === undefined ? {} : { term }) })).seats[0];
    expect(await holderIn()).toMatchObject({ title: '理事长', holder: account(1), name: '席2' });
    expect(await holderIn(5)).toMatchObject({ holder: account(0), name: '席1' });
    expect((await refusal(holderIn(4))).code).toBe('notFound');
    expect((await chamber.view()).seats[0]?.name).toBe('席1');
    await chamber.move('governance.refreshSeats');
    expect(await chamber.view()).toMatchObject({ seats: [{ name: '席2' }], title: expect.stringMatching(/^第六届理事会/) });
    await settle(cloud);
    const waits = async (who: Acting) =>
      (await who.call('account.workbench', {})).rows.some(({ page }) => page === pages.vote(chamber.id));
    expect([await waits(seatHolder(0)), await waits(seatHolder(1))]).toEqual([false, true]);
  });

  test('that has not met as often as it should is shown as overdue, and nothing is blocked', async () => {
    const chamber = await planned(cloud, office);
    await chamber.start([0, 1, 2]);
    await chamber.move('governance.closeMeeting');
    expect((await rowOf('presidentsOffice'))?.frequency).toMatchObject({
      lastHeldAt: (await chamber.view()).at,
      expected: { months: 1, atLeast: 1, atMost: 2 },
      overdue: false,
    });
    expect((await rowOf('congress'))?.frequency).toEqual({ lastHeldAt: null, expected: null, overdue: false });
    await cloud.emulator.clock.advance(40 * day);
    expect((await rowOf('presidentsOffice'))?.frequency).toMatchObject({ overdue: true });
    expect((await planned(cloud, office)).id).toBeTruthy();
    expect((await refusal(person(cloud, 'o-nobody').call('governance.bodies', {}))).code).toBe('auth.forbidden');
  });
});
