import { setData } from '../../config/budgets';
import { seedDemo } from '../../scripts/demo';
import { startCloud, type TestCloud } from '../support/cloud';
import type { Snapshot } from './container/protocol';
import { WeappPage } from './weapp-page';

let cloud: TestCloud;
let opened: WeappPage | undefined;

beforeAll(async () => {
  cloud = await startCloud();
  await seedDemo(cloud.emulator);
}, 180_000);
afterAll(() => cloud.close());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function open(page: string, openid: string, query: Readonly<Record<string, string>> = {}): Promise<WeappPage> {
  opened = await WeappPage.open(page, { openid, query, gateway: cloud.emulator.url });
  await opened.look();
  return opened;
}

/** Where a page went, as its address without the leading slash. */
const wentTo = ({ wx }: Snapshot) =>
  wx
    .filter(({ api }) => ['navigateTo', 'redirectTo', 'switchTab'].includes(api))
    .map(({ options }) => (options as { url: string }).url.replace(/^\//, ''));

describe('a tap on a main button', () => {
  it.each([
    ['pages/home/index', 'demo-visitor', '申请入会', 'membership/pages/apply/index'],
    ['pages/home/index', 'demo-officer', '工作台', 'staff/pages/workbench/index'],
  ])('of %s as %s on “%s” opens %s', async (page, openid, label, address) => {
    const phone = await open(page, openid);
    expect(wentTo(await phone.tap(label))[0]).toContain(address);
  });

  it('changes the size of text at once, and remembers it', async () => {
    const phone = await open('account/pages/settings/index', 'demo-visitor');
    const before = (await phone.look()).payloads.length;
    const { payloads, errors } = await phone.tap('特大');
    expect(payloads.length).toBeGreaterThan(before);
    expect(Math.max(...payloads.slice(before))).toBeLessThanOrEqual(setData.tap);
    expect(errors).toEqual([]);
  });

  it('makes a code that an administrator can take up', async () => {
    const phone = await open('account/pages/roles/index', 'newcomer');
    await phone.fill('您的姓名', '沈试之');
    const { cloud: calls } = await phone.tap('生成工作人员码');
    expect(calls.at(-1)).toMatchObject({ event: { endpoint: 'account.myStaffCode' }, answer: { result: { ok: true } } });
  });
});
