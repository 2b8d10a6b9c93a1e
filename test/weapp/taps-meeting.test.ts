import { demoPhones, expectSmall, lastCall, wentTo } from './demo-phones';

const { open, person, ids, deliver } = demoPhones();
const secretary = 'demo-secretary';
const page = (name: string) => `meetings/pages/${name}/index`;
/** The demonstration's meeting to come, with applications on its agenda. */
const demonstrated = () => ids('meetings', { place: '总会三楼会议室', state: 'planned' })[0] ?? '';
const known = (meetingId: string) => person(secretary).call('governance.meeting', { meetingId });

/** A meeting of its own for one test, with these applicants on the agenda. */
async function meeting(...numbers: readonly number[]): Promise<string> {
  const at = new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString();
  const plan = { body: 'presidentsOffice', at, place: '一号会议室', mode: 'mixed' } as const;
  const { id: meetingId, version } = await person(secretary).call('governance.planMeeting', plan);
  const applicationIds: string[] = [];
  for (const number of numbers)
    applicationIds.push((await person(`demo-applicant-${number}`).call('membership.myApplication', {}))?.id ?? '');
  if (applicationIds.length > 0) await person(secretary).call('governance.addItems', { meetingId, version, applicationIds });
  return meetingId;
}

/** Opens the session with everybody there. */
async function inSession(meetingId: string): Promise<string> {
  const { version, seats } = await known(meetingId);
  await person(secretary).call('governance.startMeeting', { meetingId, version });
  for (const { seat } of seats) {
    const now = await known(meetingId);
    const noted = { meetingId, version: now.version, seat, presence: 'onSite' } as const;
    await person(secretary).call('governance.recordAttendance', noted);
  }
  return meetingId;
}

async function openNext(meetingId: string): Promise<string> {
  const { items } = await known(meetingId);
  const next = items.find(({ state }) => state === 'pending');
  await person(secretary).call('governance.openItem', { meetingId, itemId: next?.id ?? '', version: next?.version ?? 0 });
  return next?.id ?? '';
}

describe('the meetings', () => {
  it('open by their row', async () => {
    const id = await meeting();
    const { title } = await known(id);
    const phone = await open(page('meetings'), secretary);
    expect(wentTo(await phone.tap(title))).toEqual([`${page('meeting')}?id=${id}`]);
  });

  it('are planned on a sheet that names what is missing, then leads to the new meeting', async () => {
    const phone = await open(page('meetings'), secretary);
    await phone.tap('安排会议');
    const wrong = await phone.tap('安排会议');
    expect(wrong.text).toContain('请选择开会日期');
    expect(wrong.text).toContain('请填写开会地点');
    const day = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    expectSmall(await phone.turn('日期，请选择日期', day));
    await phone.fill('地点', '二号会议室');
    const after = await phone.tap('安排会议');
    expect(lastCall(after, 'governance.planMeeting')).toMatchObject({ ok: true, input: { place: '二号会议室' } });
    const [id = ''] = ids('meetings', { place: '二号会议室' });
    expect(wentTo(after)).toEqual([`${page('meeting')}?id=${id}`]);
    expect((await known(id)).at).toBe(new Date(`${day}T14:30:00+08:00`).toISOString());
  });
});

describe('a batch', () => {
  it('is listed by name, and one is pulled out of it into an item of its own', async () => {
    const at = new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString();
    const plan = { body: 'presidentsOffice', at, place: '三号会议室', mode: 'mixed' } as const;
    const { id: meetingId, version } = await person(secretary).call('governance.planMeeting', plan);
    const waiting = (await person(secretary).call('membership.applications', { state: 'awaitingMeeting' })).rows;
    const applicationIds = waiting.slice(0, 2).map(({ id }) => id);
    await person(secretary).call('governance.addItems', { meetingId, version, applicationIds, together: true });
    const phone = await open(page('meeting'), secretary, { id: meetingId });
    expect((await phone.tap('吸收新会员 2 名')).text).toContain(waiting[0]?.name ?? '');
    const { applications } = (await known(meetingId)).items[0] ?? { applications: [] };
    const [one] = applications;
    expectSmall(await phone.tap(`1. ${one?.subject}，${one?.reference}　个人会员`));
    const after = await phone.tap('单列为一项议题');
    expect(lastCall(after, 'governance.pullOutItem')).toMatchObject({ ok: true });
    const { items, version: now } = await known(meetingId);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['admission', 'admissionBatch']);
    await person(secretary).call('governance.cancelMeeting', { meetingId, version: now, reason: '改期' });
    await deliver();
  });
});

describe('a planned meeting', () => {
  it('takes an application that waits onto its agenda', async () => {
    const id = await meeting();
    const phone = await open(page('meeting'), secretary, { id });
    await phone.tap('列入议题');
    expectSmall(await phone.tap('季雨墨'));
    const after = await phone.tap('列入 1 项议题');
    expect(lastCall(after, 'governance.addItems')).toMatchObject({ ok: true });
    expect(after.text).toContain('吸收季雨墨为个人会员');
    expect((await known(id)).items).toMatchObject([{ subject: '季雨墨', state: 'pending' }]);
  });

  it('notes who comes, as recorded by the secretary', async () => {
    const id = await meeting();
    const phone = await open(page('meeting'), secretary, { id });
    await phone.tap('副云开');
    expectSmall(await phone.tap('请假'));
    const after = await phone.tap('记下到会情况');
    expect(lastCall(after, 'governance.recordAttendance')).toMatchObject({ ok: true });
    expect(after.text).toContain('秘书代记');
    expect((await known(id)).seats.find(({ name }) => name === '副云开')).toMatchObject({ presence: 'excused', by: 'secretary' });
  });

  it('is called off only with a reason', async () => {
    const id = await meeting();
    const phone = await open(page('meeting'), secretary, { id });
    await phone.tap('取消会议');
    expect((await phone.tap('取消会议')).text).toContain('请填写取消的原因');
    await phone.fill('取消的原因', '台风');
    const after = await phone.tap('取消会议');
    expect(lastCall(after, 'governance.cancelMeeting')).toMatchObject({ ok: true });
    expect(after.text).toContain('已取消');
  });
});

describe('the secretary at a meeting', () => {
  it('opens it, calls a vote, records it, declares the result and closes: the applicant is a member', async () => {
    const id = await meeting(13);
    const phone = await open(page('meeting'), secretary, { id });
    expect(lastCall(await phone.tap('宣布开会'), 'governance.startMeeting')).toMatchObject({ ok: true });
    for (const { seat } of (await known(id)).seats.slice(1)) {
      const { version } = await known(id);
      await person(secretary).call('governance.recordAttendance', { meetingId: id, version, seat, presence: 'onSite' });
    }
    const again = await open(page('meeting'), secretary, { id });
    expect((await again.tap('开始表决')).text).toContain('正在表决');
    const [item] = (await known(id)).items;
    for (const { seat } of (await known(id)).seats.slice(2)) {
      const vote = { meetingId: id, itemId: item?.id ?? '', seat, choice: 'approve' } as const;
      await person(secretary).call('governance.recordVote', vote);
    }
    await again.tap('副晓风 副会长 未表决');
    expectSmall(await again.tap('同意'));
    const recorded = await again.tap('记入表决');
    expect(lastCall(recorded, 'governance.recordVote')).toMatchObject({ ok: true, input: { choice: 'approve' } });
    await again.tap('宣布表决结果');
    const decided = await again.tap('宣布表决结果');
    expect(lastCall(decided, 'governance.decideItem')).toMatchObject({ ok: true });
    await again.tap('宣布散会');
    const closed = await again.tap('宣布散会');
    expect(lastCall(closed, 'governance.closeMeeting')).toMatchObject({ ok: true });
    expect(closed.text).toContain('已结束');
    expect(await known(id)).toMatchObject({ state: 'closed', items: [{ outcome: 'passed' }] });
    expect(await person('demo-applicant-13').call('membership.myApplication', {})).toMatchObject({ state: 'admitted' });
  });
});

describe('a notice', () => {
  it('goes to every seat, and the holder of one confirms it', async () => {
    const id = await meeting();
    const { version } = await known(id);
    await person(secretary).call('governance.addMatter', { meetingId: id, version, title: '年度计划', text: '讨论明年计划' });
    const phone = await open(page('meeting'), secretary, { id });
    await phone.tap('发会议通知');
    const sent = await phone.tap('发出通知');
    expect(lastCall(sent, 'governance.sendNotice')).toMatchObject({ ok: true });
    expect(sent.text).toContain('还没确认 9 人');
    const seat = await open(page('vote'), 'demo-seat-3', { id });
    const confirmed = await seat.tap('确认收到通知');
    expect(lastCall(confirmed, 'governance.confirmNotice')).toMatchObject({ ok: true, input: { number: 1 } });
    expect(confirmed.buttons).not.toContain('确认收到通知');
  });
});

describe('the holder of a seat', () => {
  it.each([
    ['demo-seat-5', '现场签到', 'onSite'],
    ['demo-seat-6', '线上签到', 'remote'],
  ])('%s signs in by “%s”', async (openid, label, presence) => {
    const id = await meeting();
    const phone = await open(page('vote'), openid, { id });
    const after = await phone.tap(label);
    expect(lastCall(after, 'governance.signIn')).toMatchObject({ ok: true, input: { presence } });
    expect(after.text).toContain('已签到，等会议开始');
    expect(after.buttons).not.toContain(label);
  });

  it('votes once, after one question', async () => {
    const id = await inSession(demonstrated());
    const itemId = await openNext(id);
    const phone = await open(page('vote'), 'demo-president', { id });
    expectSmall(await phone.tap('同意'));
    expect((await phone.tap('投出表决')).text).toContain('投出后要写明原因才能更正');
    const after = await phone.tap('投出“同意”');
    expect(lastCall(after, 'governance.castVote')).toEqual({ ok: true, input: { meetingId: id, itemId, choice: 'approve' } });
    expect(after.text).toContain('您已投“同意”');
    expect((await known(id)).items.find((item) => item.id === itemId)?.tally).toMatchObject({ approve: 1 });
  });
});
