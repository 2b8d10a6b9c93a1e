import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applicants } from '../../scripts/demo/applicants';
import { fillIn } from '../../scripts/demo/journey';
import { inventedPhoto } from '../../scripts/demo/photo';
import { messageTemplates } from '../../shared/account/message-templates';
import { demoPhones, expectSmall, lastCall, wentTo } from './demo-phones';

const { open, person, ids, deliver } = demoPhones();
const page = (name: string) => `membership/pages/${name}/index`;
const demo = (number: number) => `demo-applicant-${number}`;
const mine = (openid: string) => person(openid).call('membership.myApplication', {});
const template = messageTemplates.applicationProgress.id;
const album = mkdtempSync(path.join(tmpdir(), 'member-home-album-'));
const somePicture = path.join(album, 'portrait.png');
writeFileSync(somePicture, inventedPhoto(3));
afterAll(() => rmSync(album, { recursive: true }));
const agreements = ['我已读过，同意这样处理我的个人信息', '我单独同意处理我的证件号码', '我作出以上承诺'];

/** A draft with its first sections filled in (a whole one has five), of somebody who is not part of the demonstration. */
async function draftOf(openid: string, sections: number, number = 10): Promise<void> {
  const [like] = applicants;
  if (!like) throw new Error('the demonstration has no applicants');
  await fillIn(person(openid), { ...like, birthDate: `1981-03-${number}`, number }, sections);
}

describe('applying', () => {
  it('begins with one tap: a draft is on the server, and its first page opens', async () => {
    const phone = await open(page('apply'), 'tap-beginner');
    const after = await phone.tap('开始申请');
    expect(wentTo(after)).toEqual([`${page('form')}?section=identity`]);
    expect(after.text).toContain('已完成 0 项，共 5 项');
    expect(await mine('tap-beginner')).toMatchObject({ state: 'draft' });
  });

  it('goes on where it was left', async () => {
    const phone = await open(page('apply'), demo(1));
    expect(wentTo(await phone.tap('继续填写“入会意愿”'))).toEqual([`${page('form')}?section=purpose`]);
  });

  it('leads from the tasks to a finished page again', async () => {
    const phone = await open(page('apply'), demo(1));
    expect(wentTo(await phone.tap('联系方式'))).toEqual([`${page('form')}?section=contact`]);
  });
});

describe('a page of the form', () => {
  it('saves what is typed on the server, by itself', async () => {
    const phone = await open(page('form'), demo(1), { section: 'purpose' });
    const after = await phone.fill('入会目的', '想和邻居们一起照看社区里的老人。');
    expectSmall(after);
    expect(lastCall(after, 'membership.saveDraft')).toMatchObject({ ok: true });
    expect((await mine(demo(1)))?.form.purpose).toMatchObject({ purpose: '想和邻居们一起照看社区里的老人。' });
  });

  it('goes on to the next one when everything is right', async () => {
    const phone = await open(page('form'), demo(2), { section: 'purpose' });
    await phone.fill('入会目的', '愿意每周教孩子们下棋。');
    await phone.fill('打算做的事', '每周六下午在社区书房教棋。');
    expect(wentTo(await phone.tap('保存并继续'))).toEqual([`${page('form')}?section=photo`]);
    expect(await mine(demo(2))).toMatchObject({ progress: { purpose: 'done' } });
  });

  it('says at the top what is missing, and stays', async () => {
    await draftOf('tap-hasty', 0);
    const phone = await open(page('form'), 'tap-hasty', { section: 'identity' });
    const after = await phone.tap('保存并继续');
    expect(after.text).toMatch(/有 \d 处需要修改/);
    expect(after.text).toContain('姓名还没有填写');
    expect(wentTo(after)).toEqual([]);
  });

  it('takes a choice and a day off the wheel', async () => {
    await draftOf('tap-chooser', 0);
    const phone = await open(page('form'), 'tap-chooser', { section: 'identity' });
    expectSmall(await phone.tap('女'));
    expectSmall(await phone.turn('出生日期，请选择日期', '1985-04-12'));
    expect((await mine('tap-chooser'))?.form.identity).toMatchObject({ gender: 'female', birthDate: '1985-04-12' });
  });

  it('uploads the photograph that was chosen, and goes on to the check', async () => {
    await draftOf('tap-photographer', 4);
    const phone = await open(page('form'), 'tap-photographer', { section: 'photo' }, { chosenFile: somePicture });
    const attached = await phone.tap('从相册选一张');
    expect(lastCall(attached, 'membership.attachPhoto')).toMatchObject({ ok: true });
    expect((await mine('tap-photographer'))?.photoUrl).toEqual(expect.any(String));
    expect(wentTo(await phone.tap('保存并继续'))).toEqual([page('check')]);
  });
});

describe('checking the answers', () => {
  it('names the consents that are missing, and hands nothing in', async () => {
    await draftOf('tap-careless', 5, 11);
    const after = await (await open(page('check'), 'tap-careless')).tap('提交申请');
    expect(after.text).toContain('有 3 处需要修改');
    expect(lastCall(after, 'membership.submitApplication')).toBeUndefined();
    expect(await mine('tap-careless')).toMatchObject({ state: 'draft' });
  });

  it('hands the application in once all three are agreed to', async () => {
    await draftOf('tap-careful', 5, 12);
    const phone = await open(page('check'), 'tap-careful');
    for (const label of agreements) expectSmall(await phone.tap(label));
    const after = await phone.tap('提交申请');
    expect(wentTo(after).at(-1)).toBe(page('submitted'));
    expect(await mine('tap-careful')).toMatchObject({ state: 'submitted' });
  });
});

describe('after handing in', () => {
  it.each([
    ['submitted', demo(4), '有进展时通知我'],
    ['track', demo(5), '有结果时通知我'],
  ])('%s asks WeChat for one message, and notes the acceptance', async (name, openid, label) => {
    const phone = await open(page(name), openid, {}, { answers: { requestSubscribeMessage: { [template]: 'accept' } } });
    const after = await phone.tap(label);
    expect(after.wx.find(({ api }) => api === 'requestSubscribeMessage')?.options).toMatchObject({ tmplIds: [template] });
    expect(lastCall(after, 'account.recordAcceptance')).toEqual({ input: { templates: ['applicationProgress'] }, ok: true });
    expect(after.text).toContain('有进展时微信会通知您一次');
    expect(after.buttons).not.toContain(label);
  });

  it('takes a refusal of messages well, and notes nothing', async () => {
    const phone = await open(page('submitted'), demo(4), {}, { answers: { requestSubscribeMessage: { [template]: 'reject' } } });
    const after = await phone.tap('有进展时通知我');
    expect(lastCall(after, 'account.recordAcceptance')).toBeUndefined();
    expect(after.text).toContain('没有打开通知也不要紧');
    expect(wentTo(await phone.tap('查看进度'))).toEqual([page('track')]);
  });

  it('copies the reference number', async () => {
    const application = await mine(demo(4));
    const after = await (await open(page('submitted'), demo(4))).tap('复制编号');
    expect(after.wx.find(({ api }) => api === 'setClipboardData')?.options).toMatchObject({ data: application?.reference });
  });

  it('withdraws the application after one question', async () => {
    const phone = await open(page('track'), demo(3));
    expect((await phone.tap('撤回申请')).text).toContain('撤回这次申请？');
    const after = await phone.tap('撤回申请');
    expect(lastCall(after, 'membership.withdrawApplication')).toMatchObject({ ok: true });
    expect(after.text).toContain('已撤回');
    expect(after.buttons).toContain('重新申请');
    expect(await mine(demo(3))).toMatchObject({ state: 'withdrawn' });
  });

  it('shows what was handed in', async () => {
    const after = await (await open(page('track'), demo(14))).tap('查看我提交的内容');
    expect(after.text).toContain('季雨墨');
    expect(after.text).toContain(applicants[13]?.purpose);
  });

  it('shows who looked at the identity number, when and why', async () => {
    const phone = await open(page('track'), demo(6));
    expect((await phone.tap('谁看过我的证件号码')).text).toContain('还没有人看过');
    const applicationId = (await mine(demo(6)))?.id ?? '';
    await person('demo-officer').call('membership.revealPerson', { applicationId, reason: '核对证件照片' });
    await deliver();
    const after = await (await open(page('track'), demo(6))).tap('谁看过我的证件号码');
    expect(after.text).toContain('核对证件照片');
    expect(after.text).toContain('联若舟');
  });
});

describe('the certificate', () => {
  it('is saved as a picture of print size', async () => {
    const after = await (await open(page('certificate'), demo(19))).tap('保存打印图');
    const saved = after.wx.find(({ api }) => api === 'saveImageToPhotosAlbum');
    expect(after.wx.find(({ api }) => api === 'canvasToTempFilePath')?.options).toMatchObject({
      fileType: 'png',
      destWidth: 2480,
      destHeight: 3508,
    });
    expect(saved?.options).toMatchObject({ filePath: 'wxfile://certificate.png' });
    expect(after.text).toContain('证书图片已保存');
  });

  it('opens large where saving is not allowed, and says how to go on', async () => {
    const answers = { saveImageToPhotosAlbum: { fail: 'auth deny' } };
    const after = await (await open(page('certificate'), demo(19), {}, { answers })).tap('保存打印图');
    expect(after.wx.find(({ api }) => api === 'previewImage')?.options).toMatchObject({ urls: ['wxfile://certificate.png'] });
    expect(after.text).toContain('没有保存到相册的权限');
  });

  it('leads to what others see, which tells the living standing', async () => {
    const [address = ''] = wentTo(await (await open(page('certificate'), demo(19))).tap('别人扫码看到什么'));
    const token = address.split('token=')[1] ?? '';
    const { text } = await (await open(page('verify'), 'tap-stranger', { token })).look();
    expect(text).toContain('证书有效');
    expect(text).not.toContain('林知夏');
  });

  it('is found by scanning its code; another code is told apart', async () => {
    const [token] = ids('certificates');
    const answers = { scanCode: { result: `https://example.test/v/${token}` } };
    const found = await (await open(page('verify'), 'tap-stranger', {}, { answers })).tap('扫一扫证书');
    expect(lastCall(found, 'membership.verifyCertificate')).toEqual({ input: { token }, ok: true });
    expect(found.text).toContain('颁发日期');
    const foreign = { scanCode: { result: 'https://example.test/other' } };
    const other = await (await open(page('verify'), 'tap-stranger', {}, { answers: foreign })).tap('扫一扫证书');
    expect(other.text).toContain('这不是会员证书上的二维码');
  });
});
