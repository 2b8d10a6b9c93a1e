import { demoPhones, expectSmall, lastCall, wentTo } from './demo-phones';

const { open, person } = demoPhones();
const review = 'staff/pages/review/index';
const mine = (number: number) => person(`demo-applicant-${number}`).call('membership.myApplication', {});
const idOf = async (number: number) => (await mine(number))?.id ?? '';
const stateOf = async (number: number) => (await mine(number))?.state;
const seen = async (id: string) => person('demo-officer').call('membership.reviewApplication', { applicationId: id });

describe('the workbench', () => {
  it('opens the most urgent thing with one tap', async () => {
    const [first] = (await person('demo-officer').call('account.workbench', {})).rows;
    const phone = await open('staff/pages/workbench/index', 'demo-officer');
    expect(wentTo(await phone.tap('从最急的一件办起'))).toEqual([first?.page]);
  });

  it('opens any other thing by its row', async () => {
    const { rows } = await person('demo-officer').call('account.workbench', {});
    const last = rows.at(-1);
    const phone = await open('staff/pages/workbench/index', 'demo-officer');
    expect(wentTo(await phone.tap(last?.reference ?? ''))).toEqual([last?.page]);
  });

  it('leads the secretary to the meetings', async () => {
    const phone = await open('staff/pages/workbench/index', 'demo-secretary');
    expect(wentTo(await phone.tap('会议'))).toEqual(['meetings/pages/meetings/index']);
  });
});

describe('the review of an application', () => {
  it('begins with accepting it: the applicant sees that it is under review', async () => {
    const phone = await open(review, 'demo-officer', { id: await idOf(4) });
    const after = await phone.tap('受理申请');
    expect(lastCall(after, 'membership.acceptApplication')).toMatchObject({ ok: true });
    expect(after.buttons).toContain('初审通过');
    expect(await stateOf(4)).toBe('underReview');
  });

  it('is not passed while the checklist is unfinished: each thing missing is named', async () => {
    const phone = await open(review, 'demo-officer', { id: await idOf(6) });
    const after = await phone.tap('初审通过');
    expect(after.text).toContain('有 4 处需要修改');
    expect(after.text).toContain('有意愿：还没有判断');
    expect(lastCall(after, 'membership.recommendApplication')).toBeUndefined();
    expect(await stateOf(6)).toBe('underReview');
  });

  it('is passed to the second reviewer once the checklist and the opinion are there', async () => {
    const id = await idOf(7);
    const phone = await open(review, 'demo-officer', { id });
    for (const [title, basis] of [
      ['有影响', '社区有反馈'],
      ['有能力', '有固定时间'],
      ['有意愿', '申请书写明目的'],
    ] as const) {
      await phone.tap(`${title}：符合`);
      expectSmall(await phone.fill(title, basis));
    }
    await phone.fill('给复审和会议看的意见', '材料齐全。');
    const after = await phone.tap('初审通过');
    expect(lastCall(after, 'membership.recommendApplication')).toMatchObject({ ok: true });
    expect(after.text).toContain('待复审');
    expect(await seen(id)).toMatchObject({
      state: 'awaitingSecondReview',
      checklist: { able: { judgement: 'met', evidence: '有固定时间' } },
    });
  });

  it('sends it back to the applicant with a note at each field', async () => {
    const id = await idOf(6);
    const phone = await open(review, 'demo-officer', { id });
    await phone.tap('退回补正');
    expect((await phone.tap('退回补正')).text).toContain('请选择需要补正的项目');
    await phone.tap('职务');
    await phone.fill('职务', '请写现在的职务。');
    const after = await phone.tap('退回补正 1 处');
    expect(lastCall(after, 'membership.returnApplication')).toMatchObject({ ok: true });
    expect(await mine(6)).toMatchObject({
      state: 'returned',
      notes: { 'work.post': '请写现在的职务。' },
    });
  });

  it('is endorsed by another person: the application waits for a meeting', async () => {
    const phone = await open(review, 'demo-second', { id: await idOf(10) });
    const after = await phone.tap('复审通过');
    expect(lastCall(after, 'membership.endorseApplication')).toMatchObject({ ok: true });
    expect(await stateOf(10)).toBe('awaitingMeeting');
  });

  it('goes back to the first reviewer with the reason', async () => {
    const id = await idOf(11);
    const phone = await open(review, 'demo-second', { id });
    await phone.tap('退回初审');
    expect((await phone.tap('退回初审')).text).toContain('请填写退回的原因');
    await phone.fill('退回的原因', '请补充单位证明。');
    const after = await phone.tap('退回初审');
    expect(lastCall(after, 'membership.sendBackApplication')).toMatchObject({ ok: true });
    expect(await seen(id)).toMatchObject({ state: 'underReview', sendBackReason: '请补充单位证明。' });
  });

  it('shows the full identity number only for a reason, which the applicant can read', async () => {
    const id = await idOf(5);
    const phone = await open(review, 'demo-officer', { id });
    expect((await phone.look()).text).not.toMatch(/\d{17}[\dX]/);
    await phone.tap('查看完整证件号码');
    expect((await phone.tap('查看证件号码')).text).toContain('请填写查看的理由');
    await phone.fill('查看的理由', '与公安核验结果对照');
    expect((await phone.tap('查看证件号码')).text).toMatch(/\d{17}[\dX]/);
    const { rows } = await person('demo-applicant-5').call('membership.disclosures', { applicationId: id });
    expect(rows).toMatchObject([{ reason: '与公安核验结果对照' }]);
  });
});
