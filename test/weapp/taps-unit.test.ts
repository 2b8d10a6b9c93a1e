import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inventedPhoto } from '../../scripts/demo/photo';
import { fillInCompany } from '../../scripts/demo/unit';
import { demoPhones, expectSmall, lastCall, wentTo } from './demo-phones';

const { open, person } = demoPhones();
const page = (name: string) => `membership/pages/${name}/index`;
const unit = { kind: 'unit' } as const;
const mine = (openid: string) => person(openid).call('membership.myApplication', unit);
const album = mkdtempSync(path.join(tmpdir(), 'member-home-album-'));
const licence = path.join(album, 'licence.png');
writeFileSync(licence, inventedPhoto(5));
afterAll(() => rmSync(album, { recursive: true }));

/** The draft of a company that has nothing but its category. */
const begun = (openid: string) => person(openid).call('membership.startApplication', { ...unit, category: 'enterprise' });

describe('the contact person of a unit', () => {
  it('says first which category it is, sees what that needs, and begins', async () => {
    const phone = await open(page('apply'), 'tap-unit-beginner', unit);
    const early = await phone.tap('开始申请');
    expect(early.text).toContain('请先选择您单位的类别');
    expect(lastCall(early, 'membership.startApplication')).toBeUndefined();
    expect((await phone.tap('企业，国有、民营、外资企业等')).text).toContain('营业执照');
    expect(wentTo(await phone.tap('开始申请'))).toEqual([`${page('form')}?section=unit&kind=unit`]);
    expect(await mine('tap-unit-beginner')).toMatchObject({ state: 'draft', form: { unit: { category: 'enterprise' } } });
  });

  it('is asked for what the category asks, and everything is saved by itself', async () => {
    await begun('tap-unit-types');
    const phone = await open(page('form'), 'tap-unit-types', { section: 'unit', ...unit });
    expect((await phone.look()).buttons).not.toContain('基金会');
    expectSmall(await phone.tap('民营企业'));
    expectSmall(await phone.fill('统一社会信用代码', '91320100ma0000001a'));
    expectSmall(await phone.turn('成立日期，请选择日期', '2012-05-18'));
    const wrong = await phone.tap('保存并继续');
    expect(wrong.text).toContain('第 18 位校验不符');
    expect(wentTo(wrong)).toEqual([]);
    const saved = { category: 'enterprise', subCategory: 'private', foundedOn: '2012-05-18' };
    expect((await mine('tap-unit-types'))?.form.unit).toMatchObject(saved);
  });

  it('adds a paper out of the phone’s pictures, and takes it out again', async () => {
    await begun('tap-unit-papers');
    const phone = await open(page('form'), 'tap-unit-papers', { section: 'attachments', ...unit }, { chosenFile: licence });
    await phone.tap('上传营业执照');
    expect(lastCall(await phone.tap('从相册选'), 'membership.attachFile')).toMatchObject({ ok: true });
    expect((await mine('tap-unit-papers'))?.attachments).toMatchObject([{ kind: 'licence', url: expect.any(String) }]);
    const without = await phone.tap('删去营业执照第 1 个文件');
    expect(lastCall(without, 'membership.removeFile')).toMatchObject({ ok: true });
    expect((await mine('tap-unit-papers'))?.attachments).toEqual([]);
  });

  it('agrees for the unit and hands the application in', async () => {
    await fillInCompany(person('tap-unit-careful'), 61);
    const phone = await open(page('check'), 'tap-unit-careful', unit);
    for (const label of ['我已读过，同意这样处理所填的信息', '我代表本单位作出以上承诺']) expectSmall(await phone.tap(label));
    expect(wentTo(await phone.tap('提交申请')).slice(-1)).toEqual([`${page('submitted')}?kind=unit`]);
    expect(await mine('tap-unit-careful')).toMatchObject({ state: 'submitted' });
  });

  it('finds the plaque of a unit on home', async () => {
    const [{ id, name } = { id: '', name: '' }] = (await person('demo-many').call('account.home', {})).units;
    const phone = await open('pages/home/index', 'demo-many');
    expect(wentTo(await phone.tap(name))).toEqual([`${page('certificate')}?member=${id}`]);
    expect((await (await open(page('certificate'), 'demo-many', { member: id })).look()).text).toContain(name);
  });
});

describe('an officer', () => {
  it('sees the mobiles of a unit’s people only for a reason, which the contact person can read', async () => {
    const id = (await mine('demo-unit'))?.id ?? '';
    const phone = await open('staff/pages/review/index', 'demo-officer', { id });
    expect((await phone.look()).text).not.toMatch(/1560000007[12]/);
    await phone.tap('查看完整手机号码');
    await phone.fill('查看的理由', '向单位代表核实');
    const { text } = await phone.tap('查看手机号码');
    for (const mobile of ['15600000071', '15600000072']) expect(text).toContain(mobile);
    const track = await open(page('track'), 'demo-unit', unit);
    expect((await track.tap('谁看过联系人和代表的手机')).text).toContain('向单位代表核实');
  });
});
