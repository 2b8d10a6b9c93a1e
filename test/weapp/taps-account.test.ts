import { demoPhones, expectSmall, lastCall, wentTo } from './demo-phones';

const { open, person } = demoPhones();
const tab = (name: string) => `pages/${name}/index`;
const settings = 'account/pages/settings/index';
const roles = 'account/pages/roles/index';

describe('the tab pages', () => {
  it.each([
    ['home', 'demo-visitor', '申请入会', 'membership/pages/apply/index'],
    ['home', 'demo-applicant-8', '去补正', 'membership/pages/apply/index'],
    ['home', 'demo-officer', '工作台', 'staff/pages/workbench/index'],
    ['me', 'demo-visitor', '消息', 'account/pages/inbox/index'],
    ['me', 'demo-visitor', '我的入会申请', 'membership/pages/track/index'],
    ['me', 'demo-applicant-19', '会员证书', 'membership/pages/certificate/index'],
    ['me', 'demo-applicant-19', '为单位申请入会', 'membership/pages/apply/index?kind=unit'],
    ['me', 'demo-officer', '工作台', 'staff/pages/workbench/index'],
    ['me', 'demo-administrator', '账号与角色', roles],
    ['me', 'demo-visitor', '关怀模式与设置', settings],
  ])('%s lead %s through “%s” to %s', async (name, openid, label, address) => {
    const phone = await open(tab(name), openid);
    expect(wentTo(await phone.tap(label))).toEqual([address]);
  });

  it.each([
    ['events', '还没有活动'],
    ['stories', '还没有故事'],
  ])('say on %s that nothing is there yet, and offer nothing to tap', async (name, words) => {
    const { text, buttons } = await (await open(tab(name), 'demo-visitor')).look();
    expect(text).toContain(words);
    expect(buttons).toEqual([]);
  });
});

describe('the inbox', () => {
  it('opens what a message is about, and marks it as read', async () => {
    const before = (await person('demo-applicant-13').call('account.inbox', {})).unread;
    expect(before).toBeGreaterThan(0);
    const phone = await open('account/pages/inbox/index', 'demo-applicant-13');
    const after = await phone.tap('审查通过');
    expect(wentTo(after)).toEqual(['membership/pages/track/index']);
    expectSmall(after);
    expect(after.text).toContain(before > 1 ? `${before - 1} 条消息还没看` : '消息');
    const { unread, rows } = await person('demo-applicant-13').call('account.inbox', {});
    expect(unread).toBe(before - 1);
    expect(rows.find(({ kind }) => kind === 'applicationEndorsed')?.read).toBe(true);
  });
});

describe('the settings', () => {
  it('change the size of text at once, and keep it on the phone', async () => {
    const phone = await open(settings, 'demo-visitor');
    const after = await phone.tap('特大');
    expect(after.look).toContain('x16 large');
    expect(after.stored.settings).toMatchObject({ scale: 1.6 });
    expectSmall(after);
  });

  it('change the colours at once, and keep them on the phone', async () => {
    const phone = await open(settings, 'demo-visitor', {}, { storage: { settings: { scale: 1.2, theme: 'light' } } });
    expect((await phone.look()).look).toBe('page x12');
    const after = await phone.tap('深色');
    expect(after.look).toBe('page dark x12');
    expect(after.stored.settings).toEqual({ scale: 1.2, theme: 'dark' });
    expectSmall(after);
  });

  it('let somebody with several capacities choose the one that every later call names', async () => {
    const { capacities } = await person('demo-many').call('account.me', {});
    const chosen = capacities[1];
    const phone = await open(settings, 'demo-many');
    const after = await phone.tap(chosen?.label ?? '');
    expect(after.cloud.at(-1)).toMatchObject({
      event: { endpoint: 'account.me', actingAs: chosen?.key },
      answer: { result: { ok: true } },
    });
    expect(after.stored['acting-as:']).toBe(chosen?.key);
    expectSmall(after);
  });

  it('lead to the page of roles', async () => {
    const phone = await open(settings, 'demo-visitor');
    expect(wentTo(await phone.tap('我的身份码'))).toEqual([roles]);
  });
});

describe('roles', () => {
  it('are given to a newcomer by the code that the newcomer made and read out', async () => {
    const newcomer = await open(roles, 'demo-newcomer');
    await newcomer.fill('您的姓名', '沈试之');
    const made = await newcomer.tap('生成身份码');
    expect(lastCall(made, 'account.myStaffCode')).toMatchObject({ ok: true });
    const code = /(\S{8}) 念给对方听/.exec(made.text)?.[1] ?? '';
    const phone = await open(roles, 'demo-administrator');
    await phone.tap('给新同事授予角色');
    await phone.fill('身份码', code);
    await phone.turn('角色，请选择角色', '0');
    const after = await phone.tap('授予角色');
    expect(lastCall(after, 'account.grantRole')).toMatchObject({ ok: true });
    expect(after.text).toContain('沈试之');
    expect((await person('demo-newcomer').call('account.me', {})).grants).toHaveLength(1);
  });

  it('are taken away after one question', async () => {
    expect((await person('demo-auditor').call('account.me', {})).grants).toHaveLength(1);
    const phone = await open(roles, 'demo-administrator');
    await phone.tap('审计人员');
    const after = await phone.tap('收回角色');
    expect(lastCall(after, 'account.revokeRole')).toMatchObject({ ok: true });
    expect((await person('demo-auditor').call('account.me', {})).grants).toEqual([]);
  });

  it('are not given for a code that nobody made: the sheet says so and stays', async () => {
    const phone = await open(roles, 'demo-administrator');
    await phone.tap('给新同事授予角色');
    await phone.fill('身份码', 'ABCDEFGH');
    await phone.turn('角色，请选择角色', '0');
    const after = await phone.tap('授予角色');
    expect(lastCall(after, 'account.grantRole')).toMatchObject({ ok: false });
    expect(after.text).toContain('这个码不对或已过期，请对方重新出示');
  });
});
