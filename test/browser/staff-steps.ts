import type { Page } from 'playwright-core';
import { dayOf } from '../../shared/dates';
import { axeViolations, clippedText, sidewaysScroll, smallTargets } from './page-checks';
import { atRest, type Look, switchLook } from './support';

/** The page in front: earlier ones stay in the document, hidden. */
export const front = (page: Page, selector: string) => page.locator(`${selector} >> visible=true`);
export const tap = (page: Page, id: string) => front(page, `#${id}`).click();
export const headline = (page: Page, text: string) => front(page, '.h1, .sign-title').filter({ hasText: text }).first().waitFor();
/** Waits for a text anywhere on the page in front. */
export const says = (page: Page, text: string) => front(page, `text=${text}`).first().waitFor();
export const sheetIsGone = (page: Page) => page.locator('#sheet').waitFor({ state: 'detached' });

export const field = (page: Page, path: string) => front(page, `#field-${path.replace(/[^0-9A-Za-z]/g, '-')}`);
export const choose = (page: Page, path: string, label: string) =>
  field(page, path).locator('.option, .seg-item', { hasText: label }).first().click();

/** Types key by key; fails when the input loses the focus on the way. */
export async function type(page: Page, path: string, text: string) {
  const input = field(page, path).locator('input, textarea').first();
  await input.click();
  await page.keyboard.type(text);
  expect(await input.inputValue()).toBe(text);
}

const looks: readonly Look[] = [
  { theme: 'light', scale: 1 },
  { theme: 'dark', scale: 1.6 },
];

/** What is wrong with what is open now, as it is drawn now: one line per problem. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // A page that slides in is cut off by the window until it is there.
  await page.waitForFunction(() => document.getAnimations().every((one) => one instanceof CSSAnimation));
  const faults = [...(await axeViolations(page)), ...(await clippedText(page)), ...(await smallTargets(page))];
  return (await sidewaysScroll(page)) > 0 ? [...faults, 'scrolls sideways'] : faults;
}

/** Looks at what is open now, at both text sizes; one line per problem. */
export async function problemsOf(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await switchLook(page, look);
    found.push(...(await faultsOf(page)).map((fault) => `${name} ${look.scale}×: ${fault}`));
  }
  await switchLook(page, { theme: 'light', scale: 1 });
  return found;
}

/** Opens the line of the workbench that is about somebody or something. */
export async function openDue(page: Page, about: string) {
  await front(page, '[id^=due-]').filter({ hasText: about }).first().click();
  await atRest(page);
}

const criteria = ['willing', 'able', 'influential'] as const;

export async function fillChecklist(page: Page) {
  for (const criterion of criteria) {
    await choose(page, `checklist.${criterion}`, '符合');
    await type(page, `checklist.${criterion}`, '材料齐全');
  }
  await type(page, 'opinion', '建议提交会议讨论');
}

/** Tomorrow at 14:30, in the meeting room; the meeting's page is open afterwards. */
export async function planMeeting(page: Page, now: number) {
  await tap(page, 'open-plan');
  await field(page, 'day')
    .locator('input')
    .fill(dayOf(now + 24 * 3600 * 1000));
  await type(page, 'place', '总会会议室');
  await tap(page, 'plan');
  await front(page, '#start-meeting').waitFor();
}

export async function putOnAgenda(page: Page, name: string) {
  await front(page, '.sec-link').filter({ hasText: '列入议题' }).click();
  await choose(page, 'applications', name);
  await tap(page, 'add-items');
  await sheetIsGone(page);
  await says(page, `吸收${name}为个人会员`);
}

export async function recordAttendance(page: Page, seat: string) {
  await tap(page, `seat-${seat}`);
  await choose(page, 'presence', '现场');
  await tap(page, 'record-presence');
  await sheetIsGone(page);
  await front(page, `#seat-${seat}`).filter({ hasText: '秘书代记' }).filter({ hasText: '现场' }).waitFor();
}

export async function recordVote(page: Page, seat: string, choice: string) {
  await tap(page, `record-${seat}`);
  await choose(page, 'choice', choice);
  await tap(page, 'record-vote');
  await sheetIsGone(page);
  await front(page, `#record-${seat}`).filter({ hasText: '秘书代记' }).filter({ hasText: choice }).waitFor();
}

/** Chooses on a seat's own phone; the confirmation is open afterwards. */
export async function chooseVote(page: Page, choice: string) {
  await choose(page, 'choice', choice);
  await tap(page, 'vote');
}

export async function decide(page: Page) {
  await front(page, '#open-decide:not([aria-disabled=true])').click();
  await tap(page, 'decide');
  await sheetIsGone(page);
}

export async function closeMeeting(page: Page) {
  await tap(page, 'open-close');
  await tap(page, 'close-meeting');
  await sheetIsGone(page);
  await says(page, '已结束');
}
