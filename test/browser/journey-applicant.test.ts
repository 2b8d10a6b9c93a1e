import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { idNumberOf } from '../support/membership/form';
import { badWeather } from './network';
import { atRest, type RunningApp, startApp, type Visitor } from './support';

// A whole application is typed key by key.
jest.setTimeout(180_000);

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const start = 'membership/pages/apply/index';

/** The page in front: earlier ones stay in the document, hidden. */
const front = (page: Page, selector: string) => page.locator(`${selector} >> visible=true`);
const field = (page: Page, path: string) => front(page, `#field-${path.replace('.', '-')}`);
const tap = (page: Page, id: string) => front(page, `#${id}`).click();

const type = async (page: Page, path: string, text: string) => {
  const input = field(page, path).locator('input, textarea').first();
  await input.fill('');
  await input.pressSequentially(text);
};
const choose = (page: Page, path: string, label: string) =>
  field(page, path)
    .locator('.option', { hasText: new RegExp(`^${label}$`) })
    .click();

/** A portrait-shaped picture, large enough to be scaled down. */
function portrait(): Buffer {
  const picture = new PNG({ width: 1500, height: 1900 });
  picture.data.forEach((_, index) => {
    picture.data[index] = index % 4 === 3 ? 255 : (index * 7) % 251;
  });
  return PNG.sync.write(picture);
}

interface Answers {
  readonly idNumber: string;
  readonly plan: string;
}

const headline = (page: Page, text: string) => front(page, '.h1, .sign-title').filter({ hasText: text }).first().waitFor();

async function fillIdentity(page: Page, { idNumber }: Answers) {
  await headline(page, '身份信息');
  await type(page, 'identity.name', '云若溪');
  await choose(page, 'identity.gender', '女');
  await field(page, 'identity.birthDate').locator('input').fill('1990-03-07');
  await choose(page, 'identity.idType', '居民身份证');
  await type(page, 'identity.idNumber', idNumber);
  await tap(page, 'continue');
}

async function fillContact(page: Page) {
  await headline(page, '联系方式');
  await type(page, 'contact.mobile', '15600000077');
  await field(page, 'contact.city').locator('select').selectOption('320500');
  await type(page, 'contact.address', '云岫路 1 号');
  await tap(page, 'continue');
}

async function fillWork(page: Page) {
  await headline(page, '工作与领域');
  await type(page, 'work.employer', '云岫公司');
  await type(page, 'work.post', '工程师');
  await choose(page, 'work.fields', '助老');
  await choose(page, 'work.fields', '志愿服务');
  await tap(page, 'continue');
}

async function fillPurpose(page: Page, { plan }: Answers) {
  await headline(page, '入会意愿');
  await type(page, 'purpose.purpose', '愿意帮助邻里老人');
  await type(page, 'purpose.plan', plan);
  await tap(page, 'continue');
}

async function givePhoto(page: Page) {
  await headline(page, '证件照片');
  const choosing = page.waitForEvent('filechooser');
  await tap(page, 'photo-choose');
  await (await choosing).setFiles({ name: 'portrait.png', mimeType: 'image/png', buffer: portrait() });
  await front(page, '#saved').waitFor();
  await tap(page, 'continue');
}

/** Ticks the three consents on the page that checks the answers. */
async function agree(page: Page) {
  await headline(page, '请核对您填的内容');
  for (const box of await front(page, '.is-agreement').all()) await box.click();
}

const applications = () => app.emulator.database.documents('applications');
/** Nothing typed is waiting on the phone any more. */
const draftIsSaved = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.includes('draft:')));

/** What the server holds, asked as the client asks. */
async function seenByServer(openid: string) {
  const answer = await app.emulator.call('membership', { endpoint: 'membership.myApplication', input: {} }, { openid });
  return (answer as { data: { reference: string; state: string; form: Record<string, Record<string, unknown>> } }).data;
}

async function begin(visitor: Visitor): Promise<Page> {
  const page = await visitor.open(start);
  await tap(page, 'start');
  return page;
}

describe('an applicant in the browser', () => {
  it('fills everything in, hands it in with a double tap, and gets one application with a reference number', async () => {
    const openid = 'o-journey-plain';
    const visitor = await app.visit(openid);
    const before = applications().length;
    const page = await begin(visitor);
    const answers = { idNumber: idNumberOf(401), plan: '每月两次上门探访，陪老人说话' };
    await fillIdentity(page, answers);
    await fillContact(page);
    await fillWork(page);
    await fillPurpose(page, answers);
    await givePhoto(page);
    await agree(page);
    await front(page, '#submit').dblclick();
    await headline(page, '申请已提交');
    const reference = await front(page, '#reference').innerText();
    expect(reference).toMatch(/^SQ-\d{4}-[0-9A-Z]+$/);
    expect(applications()).toHaveLength(before + 1);
    const held = await seenByServer(openid);
    expect(held).toMatchObject({ reference, state: 'submitted' });
    expect(held.form.work?.fields).toEqual(['助老', '志愿服务']);
    await tap(page, 'notify');
    await front(page, '.notice-ok').waitFor();
    await tap(page, 'track');
    await headline(page, '申请已收到，等待受理');
    expect(await front(page, '#reference').innerText()).toBe(reference);
    expect(visitor.errors).toEqual([]);
    await visitor.context.close();
  });

  it('loses nothing that was typed when the page is reloaded a moment later', async () => {
    const visitor = await app.visit('o-journey-reload');
    const page = await begin(visitor);
    await headline(page, '身份信息');
    await type(page, 'identity.name', '云若溪');
    await page.reload();
    await atRest(page);
    expect(await field(page, 'identity.name').locator('input').inputValue()).toBe('云若溪');
    await front(page, '#saved').waitFor();
    expect((await seenByServer('o-journey-reload')).form.identity?.name).toBe('云若溪');
    await visitor.context.close();
  });

  it('is told at the field and in a summary what is wrong, and can go on once it is right', async () => {
    const visitor = await app.visit('o-journey-errors');
    const page = await begin(visitor);
    const right = idNumberOf(402);
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    await fillIdentity(page, { idNumber: wrong, plan: '' });
    const summary = front(page, '#error-summary');
    await summary.waitFor();
    expect(await summary.innerText()).toContain('身份证号码最后一位校验不符');
    expect(await field(page, 'identity.idNumber').locator('.field-error').innerText()).toContain('最后一位校验不符');
    await type(page, 'identity.idNumber', right);
    await tap(page, 'continue');
    await headline(page, '联系方式');
    await visitor.context.close();
  });

  it('keeps what is typed without a network and saves it when the network is back', async () => {
    const visitor = await app.visit('o-journey-offline');
    const page = await begin(visitor);
    await headline(page, '身份信息');
    await visitor.context.setOffline(true);
    await type(page, 'identity.name', '云若溪');
    await front(page, '.notice-warn').waitFor();
    await visitor.context.setOffline(false);
    await front(page, '#saved').waitFor();
    expect((await seenByServer('o-journey-offline')).form.identity?.name).toBe('云若溪');
    await visitor.context.close();
  });

  it('keeps the typed text when the same draft was changed on another phone', async () => {
    const openid = 'o-journey-stale';
    const visitor = await app.visit(openid);
    const page = await begin(visitor);
    await headline(page, '身份信息');
    await type(page, 'identity.name', '云');
    await front(page, '#saved').waitFor();
    const other = await visitor.open('membership/pages/form/index?section=contact');
    await type(other, 'contact.address', '另一部手机填的地址');
    await draftIsSaved(other);
    await type(page, 'identity.name', '云若溪');
    await draftIsSaved(page);
    const { form } = await seenByServer(openid);
    expect(form.identity?.name).toBe('云若溪');
    expect(form.contact?.address).toBe('另一部手机填的地址');
    await visitor.context.close();
  });

  it('loses no character and makes no duplicate on a slow network that loses every tenth call', async () => {
    const openid = 'o-journey-weather';
    const visitor = await app.visit(openid);
    const before = applications().length;
    const report = await badWeather(visitor.context, { latency: 1000, failEvery: 10 });
    const page = await begin(visitor);
    const answers = { idNumber: idNumberOf(403), plan: '网络再慢，写下的每一个字也都要在。'.repeat(6) };
    await fillIdentity(page, answers);
    await fillContact(page);
    await fillWork(page);
    await fillPurpose(page, answers);
    await givePhoto(page);
    await agree(page);
    await front(page, '#submit').dblclick();
    await headline(page, '申请已提交');
    const held = await seenByServer(openid);
    expect(held.state).toBe('submitted');
    expect(held.form).toMatchObject({
      identity: { name: '云若溪', idNumber: answers.idNumber, birthDate: '1990-03-07' },
      contact: { mobile: '15600000077', city: '320500', address: '云岫路 1 号' },
      work: { employer: '云岫公司', post: '工程师' },
      purpose: { purpose: '愿意帮助邻里老人', plan: answers.plan },
    });
    expect(applications()).toHaveLength(before + 1);
    expect(report().lostBefore + report().lostAfter).toBeGreaterThan(0);
    await visitor.context.close();
  });
});
