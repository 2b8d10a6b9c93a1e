import type { Page } from 'playwright-core';
import { apply } from '../../scripts/demo/journey';
import { pages } from '../../shared/pages';
import { applicant, type Office, openOffice, person, settle } from '../support/office';
import { badWeather } from './network';
import { front, headline, openDue, problemsOf, says, sheetIsGone, tap, type } from './staff-steps';
import { type RunningApp, startApp, type Visitor } from './support';

// Three people's pages are looked at twice each; in bad weather every call takes half a second.
jest.setTimeout(240_000);

let app: RunningApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await openOffice(app);
}, 180_000);
afterAll(() => app.close());

const notes = { 'work.employer': '请写单位全称', 'work.post': '请写现在的职务' } as const;
const corrected = { 'work.employer': '示范社会工作服务中心', 'work.post': '副主任' } as const;
type Field = keyof typeof notes;
const fields = Object.keys(notes) as readonly Field[];
const was = (number: number): Record<Field, string> => {
  const { employer, post } = applicant(number);
  return { 'work.employer': employer, 'work.post': post };
};
const labels: Record<Field, string> = { 'work.employer': '工作单位', 'work.post': '职务' };
const fieldOf = (page: Page, path: Field) => front(page, `#field-${path.replace('.', '-')}`);

/** The problems of a page that is open now, gathered. */
type Look = (page: Page, what: string) => Promise<void>;

/** Somebody's application under review, and another person's that was handed in after it. */
async function underReview(number: number) {
  const who = person(app, `o-return-${number}`);
  const first = await apply(who, applicant(number));
  await app.emulator.clock.advance(60_000);
  const later = await apply(person(app, `o-return-${number + 1}`), applicant(number + 1));
  for (const { id, version } of [first, later])
    await office.officer.call('membership.acceptApplication', { applicationId: id, version });
  await settle(app);
  return { who, first, later };
}

/** The officer finds the application in the workbench and asks for two corrections. */
async function giveBack(officer: Page, name: string, look: Look) {
  await openDue(officer, name);
  await headline(officer, name);
  await tap(officer, 'open-return');
  for (const path of fields)
    await front(officer, '#field-fields .option')
      .filter({ hasText: new RegExp(`^${labels[path]}$`) })
      .click();
  for (const path of fields) await type(officer, path, notes[path]);
  await look(officer, 'return sheet');
  await front(officer, '#return').dblclick();
  await sheetIsGone(officer);
  await says(officer, '已退回，等申请人补正后交回');
}

/** The applicant goes from the note to the field, sees there what was asked and what stood there, and corrects it. */
async function correct(mine: Page, before: Record<Field, string>, look: Look) {
  await says(mine, notes['work.post']);
  await look(mine, 'track, returned');
  await tap(mine, 'note-work-post');
  for (const path of fields) {
    const note = fieldOf(mine, path).locator('.field-note');
    await note.waitFor();
    expect(await note.innerText()).toContain(notes[path]);
    expect(await note.innerText()).toContain(`上次填的：${before[path]}`);
  }
  await look(mine, 'form, with notes');
  for (const path of fields) {
    const input = fieldOf(mine, path).locator('input').first();
    await input.fill('');
    await input.pressSequentially(corrected[path]);
    // What stood there stays in sight while it is corrected.
    expect(await fieldOf(mine, path).locator('.field-note').innerText()).toContain(before[path]);
  }
  await tap(mine, 'continue');
  await headline(mine, '请核对您填的内容');
  for (const box of await front(mine, '.is-agreement').all()) await box.click();
  await look(mine, 'check, returned');
  await front(mine, '#submit').dblclick();
  await headline(mine, '补正已交回');
}

/** The officer sees before and after at each field. */
async function seeChanges(officer: Page, name: string, before: Record<Field, string>, look: Look) {
  await openDue(officer, name);
  await says(officer, '补正改了什么');
  for (const path of fields) {
    await says(officer, `原：${before[path]}`);
    await says(officer, `现：${corrected[path]}`);
  }
  await look(officer, 'review, corrected');
}

/** Ids of the applications under review, as the list has them. */
const inOrder = async () =>
  (await office.officer.call('membership.applications', { state: 'underReview' })).rows.map(({ id }) => id);

const finish = async (visitors: readonly Visitor[]) => {
  for (const { context } of visitors) await context.close();
};

it('carries a form back to the applicant and forth to the officer, who sees old and new; it keeps its place', async () => {
  const { who, first, later } = await underReview(11);
  const { name } = applicant(11);
  const found: string[] = [];
  const look: Look = async (page, what) => void found.push(...(await problemsOf(page, what)));
  const [officer, mine] = [await app.visit(office.officer.openid), await app.visit(who.openid)];
  await giveBack(await officer.open(pages.workbench()), name, look);
  await settle(app);
  expect(await inOrder()).toEqual([later.id]);
  await correct(await mine.open(pages.track()), was(11), look);
  await settle(app);
  expect(await inOrder()).toEqual([first.id, later.id]);
  await seeChanges(await officer.open(pages.workbench()), name, was(11), look);
  const view = await who.call('membership.application', { applicationId: first.id });
  expect(view).toMatchObject({ reference: first.reference, state: 'underReview', submittedAt: first.submittedAt });
  expect(view.notes).toEqual({});
  expect([...officer.errors, ...mine.errors]).toEqual([]);
  expect(found).toEqual([]);
  await finish([officer, mine]);
});

it('is handed in again once, with every word, where the network is slow and loses calls', async () => {
  const { who, first } = await underReview(21);
  const { name } = applicant(21);
  const look: Look = async () => undefined;
  const [officer, mine] = [await app.visit(office.officer.openid), await app.visit(who.openid)];
  const reports = [];
  for (const { context } of [officer, mine]) {
    context.setDefaultTimeout(60_000);
    reports.push(await badWeather(context, { latency: 500, failEvery: 5 }));
  }
  await giveBack(await officer.open(pages.workbench()), name, look);
  await settle(app);
  await correct(await mine.open(pages.track()), was(21), look);
  await settle(app);
  expect(reports.reduce((sum, report) => sum + report().lostBefore + report().lostAfter, 0)).toBeGreaterThan(0);
  const { form, state } = await who.call('membership.application', { applicationId: first.id });
  expect(state).toBe('underReview');
  expect(form.work).toMatchObject({ employer: corrected['work.employer'], post: corrected['work.post'] });
  const { history } = await office.officer.call('membership.reviewApplication', { applicationId: first.id });
  expect(history.map(({ action }) => action)).toEqual(['start', 'submit', 'accept', 'return', 'resubmit']);
  await finish([officer, mine]);
});
