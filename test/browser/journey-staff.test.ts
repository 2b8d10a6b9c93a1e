import type { Page } from 'playwright-core';
import { apply } from '../../scripts/demo/journey';
import { inboxTexts } from '../../shared/labels';
import { pages } from '../../shared/pages';
import { applicant, type Office, openOffice, person, settle } from '../support/office';
import {
  chooseVote,
  closeMeeting,
  decide,
  fillChecklist,
  front,
  headline,
  openDue,
  planMeeting,
  problemsOf,
  putOnAgenda,
  recordAttendance,
  recordVote,
  says,
  sheetIsGone,
  tap,
  type,
} from './staff-steps';
import { type RunningApp, startApp, type Visitor } from './support';

// Seven people sign in in turn, and every state is looked at twice.
jest.setTimeout(240_000);

let app: RunningApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await openOffice(app);
}, 180_000);
afterAll(() => app.close());

/** Somebody signs in on a phone of their own and opens a page; scripts there must not fail. */
const visitors: Visitor[] = [];
async function signIn(openid: string | undefined, address: string): Promise<Page> {
  const visitor = await app.visit(openid);
  visitors.push(visitor);
  return visitor.open(address);
}
afterEach(async () => {
  const errors = visitors.flatMap((visitor) => visitor.errors).filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'));
  for (const { context } of visitors.splice(0)) await context.close();
  expect(errors).toEqual([]);
});

/** The numbers on the workbench and the numbers of lines under the headings of the same names. */
async function countsAndLines(page: Page) {
  const stats = await front(page, '.stat').allInnerTexts();
  const counts = Object.fromEntries(stats.map((text) => text.split(/\s+/).reverse() as [string, string]));
  const sections = await front(page, '.sec').evaluateAll((nodes) =>
    nodes.map((node) => [
      node.querySelector('.sec-title')?.textContent ?? '',
      String(node.querySelectorAll('[id^=due-]').length),
    ]),
  );
  return { counts, lines: Object.fromEntries(sections) as Record<string, string> };
}

it('carries an application from the workbench to the certificate, each person signing in in turn', async () => {
  const { name } = applicant(1);
  const who = person(app, 'o-journey-staff');
  await apply(who, applicant(1));
  await settle(app);
  const found: string[] = [];
  const look = async (page: Page, what: string) => void found.push(...(await problemsOf(page, what)));

  const first = await signIn(office.officer.openid, pages.workbench());
  const { counts, lines } = await countsAndLines(first);
  expect(counts).toMatchObject({ 全部在办: '1' });
  for (const [title, count] of Object.entries(lines)) expect({ title, count }).toEqual({ title, count: counts[title] ?? '1' });
  await look(first, 'workbench');
  await openDue(first, name);
  await headline(first, name);
  await look(first, 'review, submitted');
  await tap(first, 'accept');
  await front(first, '#recommend').waitFor();
  await tap(first, 'recommend');
  await says(first, '有 4 处需要修改');
  expect(await first.evaluate(() => document.activeElement?.id)).toBe('error-summary');
  await look(first, 'review, something missing');
  await fillChecklist(first);
  await tap(first, 'reveal');
  await tap(first, 'confirm');
  await says(first, '请填写查看的理由');
  await look(first, 'reveal sheet');
  await type(first, 'reason', '核对身份');
  await tap(first, 'confirm');
  await sheetIsGone(first);
  await first.getByText(/^\d{17}[\dX]$/).waitFor();
  await front(first, '#recommend').dblclick();
  await says(first, '初审已通过，等另一位审查人复审');
  await look(first, 'review, recommended');
  expect(await front(first, '#endorse').count()).toBe(0);

  const second = await signIn(office.second.openid, pages.workbench());
  await openDue(second, name);
  await look(second, 'second review');
  await tap(second, 'endorse');
  await says(second, '审查已完成，等会议秘书列入议题');

  const secretary = await signIn(office.secretary.openid, pages.workbench());
  await openDue(secretary, name);
  await tap(secretary, 'open-plan');
  await tap(secretary, 'plan');
  await says(secretary, '请选择开会日期');
  await look(secretary, 'plan sheet');
  await secretary.keyboard.press('Escape');
  await sheetIsGone(secretary);
  await planMeeting(secretary, app.emulator.clock.now());
  await look(secretary, 'meeting, planned');
  await putOnAgenda(secretary, name);
  await recordAttendance(secretary, 'seat-1');
  await recordAttendance(secretary, 'seat-2');
  await tap(secretary, 'start-meeting');
  await front(secretary, '#open-next').waitFor();
  await look(secretary, 'meeting, in session');

  const phones: Page[] = [];
  for (const seat of office.seats.slice(2, 4)) {
    const phone = await signIn(seat.openid, pages.workbench());
    await openDue(phone, '参加会议表决');
    await headline(phone, '请您签到');
    if (phones.length === 0) await look(phone, 'vote, before sign-in');
    await tap(phone, phones.length === 0 ? 'sign-in' : 'sign-in-remote');
    await headline(phone, '等待下一项表决');
    phones.push(phone);
  }
  await tap(secretary, 'open-next');
  await front(secretary, '#open-decide').waitFor();
  await look(secretary, 'meeting, voting');
  for (const [index, phone] of phones.entries()) {
    await headline(phone, '请您表决');
    await chooseVote(phone, '同意');
    if (index === 0) await look(phone, 'vote, confirming');
    await front(phone, '#cast').dblclick();
    await headline(phone, '您已投“同意”');
    if (index === 0) await look(phone, 'vote, voted');
  }
  await recordVote(secretary, 'seat-1', '弃权');
  await recordVote(secretary, 'seat-2', '同意');
  await front(secretary, '#open-decide:not([aria-disabled=true])').click();
  await look(secretary, 'decide sheet');
  await secretary.keyboard.press('Escape');
  await decide(secretary);
  await says(secretary, '同意 3，反对 0，弃权 1，回避 0');
  await closeMeeting(secretary);
  await look(secretary, 'meeting, closed');
  await settle(app);

  const mine = await signIn(who.openid, pages.certificate());
  const { memberNumber, verifyUrl } = await who.call('membership.myCertificate', {});
  expect(memberNumber).toMatch(/^JSCF-G-\d{4}-\d{5}-\d$/);
  await says(mine, memberNumber);
  const inbox = await signIn(who.openid, pages.inbox());
  const titles = await front(inbox, '.row-title').allInnerTexts();
  const kinds = ['Submitted', 'Accepted', 'Recommended', 'Endorsed', 'Scheduled', 'Admitted'];
  const wanted = kinds.map((kind) => inboxTexts[`application${kind}`]?.({}).title);
  expect([...titles].sort()).toEqual([...wanted].sort());
  expect(await front(inbox, '.row').first().innerText()).toContain(memberNumber);

  const stranger = await signIn(undefined, pages.verify(verifyUrl.slice(verifyUrl.lastIndexOf('/') + 1)));
  await headline(stranger, '证书有效');
  const seen = await stranger.locator('body').innerText();
  expect(seen).toContain(memberNumber);
  expect(seen).toContain(`${name.slice(0, 1)}*`);
  expect(seen).not.toContain(name);
  expect(found).toEqual([]);
});

it('gives a form back with a note that outlives a lost network, and the applicant sees the note', async () => {
  const { name } = applicant(2);
  const who = person(app, 'o-journey-returned');
  const submitted = await apply(who, applicant(2));
  await office.officer.call('membership.acceptApplication', { applicationId: submitted.id, version: submitted.version });
  const officer = await signIn(office.officer.openid, pages.review(submitted.id));
  await headline(officer, name);
  await tap(officer, 'open-return');
  await tap(officer, 'return');
  await says(officer, '请选择需要补正的项目');
  await front(officer, '#field-fields .option').filter({ hasText: '打算做的事' }).click();
  await tap(officer, 'return');
  await says(officer, '请写明打算做的事要怎样补正');
  expect(await problemsOf(officer, 'return sheet')).toEqual([]);
  await type(officer, 'purpose.plan', '请写明每月几次');
  await officer.context().setOffline(true);
  await tap(officer, 'return');
  await front(officer, '.notice-danger').waitFor();
  expect(await front(officer, '#field-purpose-plan textarea').inputValue()).toBe('请写明每月几次');
  await officer.context().setOffline(false);
  await front(officer, '#return').dblclick();
  await says(officer, '已退回，等申请人补正后交回');
  const mine = await signIn(who.openid, pages.track());
  await says(mine, '请写明每月几次');
  expect(await front(mine, '#note-purpose-plan').innerText()).toContain('打算做的事');
  const rows = (await who.call('account.inbox', {})).rows.filter(({ kind }) => kind === 'applicationReturned');
  expect(rows).toHaveLength(1);
});
