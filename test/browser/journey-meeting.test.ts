import type { Page } from 'playwright-core';
import { appoint } from '../../scripts/demo/staff';
import { minutesStateLabels } from '../../shared/governance/labels';
import { pages } from '../../shared/pages';
import { itemsOf, type Office, openOffice, person, settle, waitingApplication } from '../support/office';
import { badWeather } from './network';
import {
  chooseVote,
  closeMeeting,
  decide,
  front,
  headline,
  planMeeting,
  problemsOf,
  recordAttendance,
  recordVote,
  says,
  sheetIsGone,
  tap,
  type,
} from './staff-steps';
import { type RunningApp, startApp, type Visitor } from './support';

// Twelve applications are reviewed first, then a meeting is run by many hands.
jest.setTimeout(400_000);

let app: RunningApp;
let office: Office;
const visitors: Visitor[] = [];
beforeAll(async () => {
  app = await startApp();
  office = await openOffice(app);
}, 180_000);
afterAll(() => app.close());
afterEach(async () => {
  const errors = visitors.flatMap((visitor) => visitor.errors).filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'));
  for (const { context } of visitors.splice(0)) await context.close();
  expect(errors).toEqual([]);
});

async function signIn(openid: string, address: string): Promise<Page> {
  const visitor = await app.visit(openid);
  visitors.push(visitor);
  return visitor.open(address);
}

const option = (page: Page, text: string) => front(page, '.option').filter({ hasText: text }).first().click();

/** Puts all waiting applications on the agenda as one batch. */
async function addBatch(page: Page, names: number) {
  await tap(page, 'open-add');
  await tap(page, 'choose-all');
  await option(page, '合成一项');
  await says(page, `列入批量议题（${names} 名）`);
  await tap(page, 'add-items');
  await sheetIsGone(page);
  await says(page, `吸收新会员 ${names} 名`);
}

async function notePresence(page: Page, seat: string, presence: string) {
  await tap(page, `seat-${seat}`);
  await option(page, presence);
  await tap(page, 'record-presence');
  await sheetIsGone(page);
}

it('runs a meeting of twelve applications, from the notice to minutes that a member reads', async () => {
  const first = await waitingApplication(app, office, 1);
  for (let number = 2; number <= 12; number += 1) await waitingApplication(app, office, number);
  await settle(app);
  const found: string[] = [];
  const look = async (page: Page, what: string) => void found.push(...(await problemsOf(page, what)));

  const secretary = await signIn(office.secretary.openid, pages.meetings());
  await planMeeting(secretary, app.emulator.clock.now());
  const meetingId = (await office.secretary.call('governance.meetings', {})).rows[0]?.id ?? '';
  await addBatch(secretary, 12);
  await tap(secretary, 'open-notice');
  await look(secretary, 'notice sheet');
  await tap(secretary, 'send-notice');
  await sheetIsGone(secretary);
  await says(secretary, '还没确认 5 人');

  const seat = await signIn(office.seats[2]?.openid ?? '', pages.vote(meetingId));
  await tap(seat, 'confirm-notice');
  await headline(seat, '请您签到');
  await tap(seat, 'sign-in');
  await headline(seat, '已签到，等会议开始');
  // The secretary's page asks again every few seconds; what it notes must rest on the sign-in.
  await front(secretary, '#seat-seat-3').filter({ hasText: '现场' }).waitFor();
  for (const one of ['seat-1', 'seat-2', 'seat-4']) await recordAttendance(secretary, one);
  await tap(secretary, 'start-meeting');
  await front(secretary, '#open-next').waitFor();

  // One is pulled out of the batch before anybody votes.
  await front(secretary, '[id^=item-]').first().click();
  await look(secretary, 'batch sheet');
  await option(secretary, '12. ');
  await tap(secretary, 'pull-out');
  await sheetIsGone(secretary);
  await says(secretary, '吸收新会员 11 名');

  // The batch: a vote is put right, somebody comes late, somebody leaves.
  await tap(secretary, 'open-next');
  await front(secretary, '#open-decide').waitFor();
  await headline(seat, '请您表决');
  await look(seat, 'batch on a seat');
  await chooseVote(seat, '反对');
  await tap(seat, 'cast');
  await headline(seat, '您已投“反对”');
  await tap(seat, 'open-correct');
  await option(seat, '同意');
  await type(seat, 'reason', '点错了');
  await tap(seat, 'correct-vote');
  await headline(seat, '您已投“同意”');
  await says(secretary, '反对改为同意');
  await notePresence(secretary, 'seat-5', '线上');
  await recordVote(secretary, 'seat-1', '同意');
  await recordVote(secretary, 'seat-2', '回避');
  await recordVote(secretary, 'seat-5', '同意');
  await notePresence(secretary, 'seat-4', '已离会');
  await look(secretary, 'meeting, batch open');
  await decide(secretary);
  await says(secretary, '同意 3，反对 0，弃权 0，回避 1');

  // Interrupted and taken up again; then the single one.
  await tap(secretary, 'open-adjourn');
  await type(secretary, 'reason', '用餐');
  await tap(secretary, 'adjourn');
  await sheetIsGone(secretary);
  await headline(seat, '休会中');
  await tap(secretary, 'resume-meeting');
  await tap(secretary, 'open-next');
  await headline(seat, '请您表决');
  await chooseVote(seat, '同意');
  await tap(seat, 'cast');
  for (const one of ['seat-1', 'seat-2', 'seat-5']) await recordVote(secretary, one, '同意');
  await decide(secretary);
  await tap(secretary, 'open-close');
  await tap(secretary, 'close-meeting');
  await sheetIsGone(secretary);
  await settle(app);
  expect((await itemsOf(office, meetingId)).map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);

  // Minutes: written on a network that loses calls, checked by another, published, read.
  await tap(secretary, 'to-minutes');
  await tap(secretary, 'draft-minutes');
  await front(secretary, '#submit-minutes').waitFor();
  await look(secretary, 'minutes, draft');
  const area = front(secretary, 'textarea').first();
  await area.click();
  await secretary.keyboard.type('会议由会长主持。');
  await secretary.context().setOffline(true);
  await tap(secretary, 'save-minutes');
  await front(secretary, '.notice-danger').waitFor();
  await secretary.context().setOffline(false);
  expect(await area.inputValue()).toBe('会议由会长主持。');
  await tap(secretary, 'save-minutes');
  await tap(secretary, 'submit-minutes');
  const checker = await signIn(office.second.openid, pages.minutes(meetingId));
  await says(checker, '会议由会长主持。');
  await tap(checker, 'check-minutes');
  await says(checker, '已核对');
  const publisher = await signIn(office.secretary.openid, pages.minutes(meetingId));
  await tap(publisher, 'open-publish');
  await tap(publisher, 'publish-minutes');
  await sheetIsGone(publisher);
  await says(publisher, '已读 0 人');
  await settle(app);

  const reader = await signIn(first.who.openid, pages.inbox());
  await front(reader, '.row').filter({ hasText: '会议纪要' }).click();
  await says(reader, '会议由会长主持。');
  await look(reader, 'minutes, reading');
  await tap(reader, 'read');
  await front(reader, '.tag').filter({ hasText: '阅读' }).waitFor();
  const read = (await office.secretary.call('governance.minutes', { meetingId })).receipts.filter(({ readAt }) => readAt);
  expect(read).toHaveLength(1);
  expect(found).toEqual([]);
});

it('tells of a paper and of another place, takes in the seats of today, postpones an item and gives minutes back', async () => {
  const found: string[] = [];
  const look = async (page: Page, what: string) => void found.push(...(await problemsOf(page, what)));
  await appoint(office.administrator, person(app, 'o-chair'), '长一', [{ role: 'president' }]);
  const waiting = [await waitingApplication(app, office, 21), await waitingApplication(app, office, 22)];
  await settle(app);
  const secretary = await signIn(office.secretary.openid, pages.meetings());
  await planMeeting(secretary, app.emulator.clock.now());
  const { id: meetingId } = (await office.secretary.call('governance.meetings', {})).rows[0] ?? { id: '' };
  const { version } = await office.secretary.call('governance.meeting', { meetingId });
  const applicationIds = waiting.map(({ id }) => id);
  await office.secretary.call('governance.addItems', { meetingId, version, applicationIds });

  // A paper goes out with the notice; whoever holds a seat opens it, others do not see that there is one.
  await front(secretary, '#open-notice').waitFor();
  await tap(secretary, 'open-notice');
  const choosing = secretary.waitForEvent('filechooser');
  await tap(secretary, 'pick-paper');
  const paper = { name: '年度计划.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 plan') };
  await (await choosing).setFiles(paper);
  const row = (page: Page) => front(page, '.row').filter({ hasText: '年度计划' });
  await row(secretary).waitFor();
  await tap(secretary, 'send-notice');
  await sheetIsGone(secretary);
  const seat = await signIn(office.seats[0]?.openid ?? '', pages.vote(meetingId));
  const asked = seat.context().waitForEvent('request', (request) => request.url().includes('/storage/get/'));
  await row(seat).click();
  expect(await (await fetch((await asked).url())).text()).toBe('%PDF-1.7 plan');
  const officer = await signIn(office.officer.openid, pages.meeting(meetingId));
  await says(officer, '会议通知');
  expect(await row(officer).count()).toBe(0);

  await tap(secretary, 'open-change');
  await front(secretary, '#field-place input').fill('二号会议室');
  await option(secretary, '主持人临时有公务');
  await look(secretary, 'change sheet');
  await tap(secretary, 'change');
  await sheetIsGone(secretary);
  await says(secretary, '第 2 次通知');
  await says(seat, '改动：主持人临时有公务。');
  await says(seat, '二号会议室');

  const administrator = await signIn(office.administrator.openid, pages.body('presidentsOffice'));
  await tap(administrator, 'edit-seats');
  await tap(administrator, 'edit-seat-5');
  await front(administrator, '#field-holder select').selectOption({ label: '长一' });
  await look(administrator, 'seat sheet');
  await tap(administrator, 'seat-done');
  await sheetIsGone(administrator);
  await look(administrator, 'seats');
  await tap(administrator, 'save-seats');
  await front(administrator, '#edit-seats').waitFor();
  await says(administrator, '长一');
  await tap(secretary, 'refresh-seats');
  await front(secretary, '#seat-seat-5').filter({ hasText: '长一' }).waitFor();

  for (const one of ['seat-1', 'seat-2', 'seat-5']) await recordAttendance(secretary, one);
  await tap(secretary, 'start-meeting');
  await front(secretary, '#open-next').waitFor();
  await front(secretary, '[id^=item-]').nth(1).click();
  await look(secretary, 'item sheet');
  await tap(secretary, 'postpone-item');
  await sheetIsGone(secretary);
  await tap(secretary, 'open-next');
  for (const one of ['seat-1', 'seat-2', 'seat-5']) await recordVote(secretary, one, '同意');
  await decide(secretary);
  await closeMeeting(secretary);
  await settle(app);
  const stateOf = (id: string) => app.emulator.database.documents('applications').find(({ _id }) => _id === id)?.state;
  expect(applicationIds.map(stateOf)).toEqual(['admitted', 'awaitingMeeting']);

  await tap(secretary, 'to-minutes');
  await tap(secretary, 'draft-minutes');
  await tap(secretary, 'submit-minutes');
  await says(secretary, minutesStateLabels.submitted);
  const checker = await signIn(office.second.openid, pages.minutes(meetingId));
  await tap(checker, 'open-return');
  await option(checker, '请补充讨论的主要意见');
  await look(checker, 'return sheet');
  await tap(checker, 'confirm');
  await sheetIsGone(checker);
  const again = await signIn(office.secretary.openid, pages.minutes(meetingId));
  await says(again, '核对人退回：请补充讨论的主要意见。');
  expect(found).toEqual([]);
});

it('keeps a notice that was written while every call takes a second and some are lost, and sends it once', async () => {
  const { id } = await office.secretary.call('governance.planMeeting', {
    body: 'presidentsOffice',
    at: new Date(app.emulator.clock.now() + 24 * 3600_000).toISOString(),
    place: '二号会议室',
  });
  await waitingApplication(app, office, 13);
  const visitor = await app.visit(office.secretary.openid);
  visitor.context.setDefaultTimeout(60_000);
  await badWeather(visitor.context, { latency: 1_000, failEvery: 4 });
  const page = await visitor.open(pages.meeting(id));
  await tap(page, 'open-add');
  await option(page, '试');
  await tap(page, 'add-items');
  await sheetIsGone(page);
  await tap(page, 'open-notice');
  await front(page, '#field-text textarea').click();
  await page.keyboard.type('带好材料。');
  await page.reload();
  await tap(page, 'open-notice');
  expect(await front(page, '#field-text textarea').inputValue()).toContain('带好材料。');
  await front(page, '#send-notice').dblclick();
  await sheetIsGone(page);
  await says(page, '还没确认 5 人');
  const { notices } = await office.secretary.call('governance.meeting', { meetingId: id });
  expect(notices.map(({ number }) => number)).toEqual([1]);
  await visitor.context.close();
});
