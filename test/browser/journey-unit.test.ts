import type { Page } from 'playwright-core';
import { atVersion } from '../../scripts/demo/journey';
import { pages } from '../../shared/pages';
import { creditCodeOf, pdf } from '../support/membership/unit';
import { openOffice, person, settle } from '../support/office';
import { badWeather } from './network';
import { choose, faultsOf, field, front, headline, says, tap, type } from './staff-steps';
import { type RunningApp, startApp, switchLook } from './support';

// A whole form is typed key by key on a slow network, and every page of it is looked at.
jest.setTimeout(240_000);

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
}, 180_000);
afterAll(() => app.close());

const openid = 'o-unit-contact';
const code = creditCodeOf(4001);
/** What is typed, page by page, in the order of the form. */
const typed = {
  unit: { name: '云岫物流有限公司', code: code.toLowerCase(), legalRepresentative: '云岫白', supervisingBody: '无' },
  address: { address: '云岫大道 1 号' },
  people: {
    contactName: '云知远',
    contactPost: '行政主管',
    contactMobile: '15600000088',
    representativeName: '云岫白',
    representativePost: '总经理',
    representativeMobile: '15600000099',
  },
  profile: { introduction: '从事城市配送', charityRecord: '两年运送救灾物资四十余次', inspectionYear: '2025' },
  purpose: { purpose: '愿意把运力用在慈善物资上', plan: '每年承担十次运输' },
} as const;
type Section = keyof typeof typed;

/** What is chosen besides. */
const chosen: Readonly<Partial<Record<Section, (page: Page) => Promise<void>>>> = {
  async unit(page) {
    await choose(page, 'unit.subCategory', '民营企业');
    await field(page, 'unit.foundedOn').locator('input').fill('2012-05-18');
    await choose(page, 'unit.size', '101 至 300 人');
  },
  address: async (page) => void (await field(page, 'address.city').locator('select').selectOption('320500')),
  async profile(page) {
    await choose(page, 'profile.fields', '应急救援');
    await choose(page, 'profile.inspectionResult', '已公示年度报告');
  },
};

async function fillIn(page: Page, section: Section) {
  const answers = Object.entries(typed[section]);
  await field(page, `${section}.${answers[0]?.[0] ?? ''}`).waitFor();
  await chosen[section]?.(page);
  for (const [name, text] of answers) await type(page, `${section}.${name}`, text);
}

/** Adds a file to a paper; one that was lost on the way goes again by the button that says so. */
async function attach(page: Page, kind: string) {
  await front(page, `#add-${kind}:not([aria-disabled=true])`).click();
  const choosing = page.waitForEvent('filechooser');
  await tap(page, 'source-file');
  await (await choosing).setFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: pdf });
  const [added, again] = [`#file-${kind}-1`, `#again-${kind}`];
  while (!(await front(page, added).isVisible())) {
    await front(page, `${added}, ${again}`).first().waitFor();
    if (await front(page, again).isVisible()) await tap(page, `again-${kind}`);
  }
}

async function handIn(page: Page, confirmation: string) {
  await headline(page, '请核对您填的内容');
  for (const box of await front(page, '.is-agreement').all()) await box.click();
  await front(page, '#submit').dblclick();
  await headline(page, confirmation);
}

it('is applied for by its contact person in large text on a slow network, corrected, and followed to the end of the line', async () => {
  const office = await openOffice(app);
  const visitor = await app.visit(openid);
  visitor.context.setDefaultTimeout(60_000);
  const report = await badWeather(visitor.context, { latency: 300, failEvery: 9 });
  const found: string[] = [];
  const look = async (page: Page, what: string) => void found.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`));

  const page = await visitor.open('pages/me/index');
  await switchLook(page, { theme: 'light', scale: 1.6 });
  await tap(page, 'unit');
  await choose(page, 'category', '企业');
  await says(page, '营业执照');
  await look(page, 'start');
  await tap(page, 'start');
  for (const section of Object.keys(typed) as Section[]) {
    await fillIn(page, section);
    await look(page, section);
    await tap(page, 'continue');
  }
  for (const kind of ['stampedForm', 'licence']) await attach(page, kind);
  await look(page, 'attachments');
  await tap(page, 'continue');
  await headline(page, '请核对您填的内容');
  await look(page, 'check');
  await handIn(page, '申请已提交');

  const mine = () => person(app, openid).call('membership.myApplication', { kind: 'unit' });
  const submitted = await mine();
  if (!submitted) throw new Error('nothing was handed in');
  for (const [section, answers] of Object.entries({ ...typed, unit: { ...typed.unit, code } }))
    expect(submitted.form[section as Section]).toMatchObject(answers);
  expect(submitted.attachments.map(({ kind }) => kind)).toEqual(['stampedForm', 'licence']);
  const accepted = await office.officer.call('membership.acceptApplication', atVersion(submitted));
  const notes = [
    { field: 'unit.legalRepresentative', note: '请与营业执照一致' },
    { field: 'attachments.licence', note: '请上传副本' },
  ];
  await office.officer.call('membership.returnApplication', { ...atVersion(accepted), notes });
  await settle(app);

  const back = await visitor.open(pages.track('unit'));
  await says(back, '请上传副本');
  await look(back, 'track, returned');
  await tap(back, 'note-unit-legalRepresentative');
  await field(back, 'unit.legalRepresentative').locator('input').fill('');
  await type(back, 'unit.legalRepresentative', '云岫青');
  await tap(back, 'continue');
  await tap(back, 'remove-licence-1');
  await front(back, '#file-licence-1').waitFor({ state: 'detached' });
  await attach(back, 'licence');
  await tap(back, 'continue');
  await handIn(back, '补正已交回');
  await tap(back, 'track');
  await says(back, submitted.reference);
  await look(back, 'track');

  const corrected = await mine();
  expect(corrected).toMatchObject({ id: submitted.id, state: 'underReview', form: { unit: { legalRepresentative: '云岫青' } } });
  const licence = (all: typeof submitted) => all.attachments.filter(({ kind }) => kind === 'licence').map(({ file }) => file);
  expect(licence(corrected ?? submitted)).toHaveLength(1);
  expect(licence(corrected ?? submitted)).not.toEqual(licence(submitted));
  expect(app.emulator.database.documents('applications').filter(({ kind }) => kind === 'unit')).toHaveLength(1);
  expect(report().lostBefore + report().lostAfter).toBeGreaterThan(1);
  expect(found).toEqual([]);
  await visitor.context.close();
});
