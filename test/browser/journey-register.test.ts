import { front, headline, problemsOf, says, sheetIsGone, tap, type } from './staff-steps';
import { atRest, type RunningApp, startApp } from './support';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ demo: true });
});
afterAll(() => app.close());

test('an officer finds a member by pinyin from the workbench, filters the register, and reads one member on one page', async () => {
  const visitor = await app.visit('demo-officer');
  const page = await visitor.open('staff/pages/workbench/index');
  await says(page, '昨天以来');
  await tap(page, 'to-members');
  await atRest(page);
  const found = () => front(page, '[id^=member-] .row-title').allInnerTexts();
  await type(page, 'text', 'liuduoneng');
  // The list follows once the typing has stopped.
  await front(page, '[id^=member-]').filter({ hasText: '副见山' }).waitFor({ state: 'detached' });
  await front(page, '[id^=member-]').filter({ hasText: '柳多能' }).waitFor();
  expect(await found()).toEqual(['柳多能']);
  await front(page, '#field-text input').fill('xyz');
  await says(page, '没有找到会员');
  await front(page, '.empty .btn').click();
  await front(page, '[id^=member-]').first().waitFor();
  await tap(page, 'filter');
  await front(page, '.option').filter({ hasText: '单位会员' }).click();
  await tap(page, 'apply-filter');
  await sheetIsGone(page);
  await says(page, '正在看：单位会员');
  await atRest(page);
  expect((await found()).every((name) => name.includes('示例'))).toBe(true);
  expect(await problemsOf(page, 'register')).toEqual([]);
  await front(page, '[id^=member-]').first().click();
  await headline(page, '示例');
  await says(page, '会籍变动');
  expect(visitor.errors).toEqual([]);
  await visitor.context.close();
});
