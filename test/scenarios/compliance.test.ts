import { dayOf } from '../../shared/dates';
import type { Input } from '../../shared/endpoints';
import type { UnitCategory } from '../../shared/membership/categories';
import { type ComplianceCheck, checksOf } from '../../shared/membership/compliance';
import { conditionsOf } from '../../shared/membership/conditions';
import type { Phone } from '../support/cloud';
import { checklist } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { creditCodeOf, fillInUnit, submitUnit, unitFormOf } from '../support/membership/unit';
import { openWorld, seenBy, type World } from '../support/membership/world';

const day = 24 * 3600 * 1000;
type Found = Omit<Input<'membership.recordCompliance'>, 'applicationId' | 'version' | 'check'>;

let world: World;
let liaison: Phone;
let second: Phone;
let nanjing: Phone;
let suzhou: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  nanjing = await world.staff('o-nanjing', 'cityOfficer', '320100');
  suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
  room = await openRoom(world);
});
afterAll(() => world.close());

const now = () => world.cloud.emulator.clock.now();
const today = (offset = 0) => dayOf(now() + offset * day);
const line = (memberId: string) =>
  world.cloud.emulator.database
    .documents('due')
    .find(({ record, kind }) => record === memberId && kind === 'recheckCompliance') as
    | { readonly open: boolean; readonly dueAt: { readonly $date: number } | Date }
    | undefined;

/** What each list says of a unit that nothing speaks against. */
const clean = (): Readonly<Record<ComplianceCheck, Found>> => ({
  abnormalList: { result: 'notListed', source: '国家企业信用信息公示系统', checkedAt: today() },
  distrustList: { result: 'notListed', source: '信用中国', checkedAt: today() },
  annualInspection: { result: 'passed', source: '中国社会组织政务服务平台', checkedAt: today() },
  assessment: { result: '4A', source: '省民政厅公告', checkedAt: today(), expiresAt: today(600) },
});

const subCategories = {
  government: 'stateOrgan',
  institution: 'welfare',
  enterprise: 'private',
  socialOrganisation: 'foundation',
} as const;
/** A checklist with every condition of a category judged. */
const unitChecklist = (category: UnitCategory) => ({
  ...checklist,
  conditions: conditionsOf(category).map((condition) => ({ condition, judgement: 'met' as const, evidence: '见证明材料' })),
});

let units = 100;

/** A unit's application that is under review. */
async function underReview(category: UnitCategory = 'socialOrganisation', city = '320100'): Promise<string> {
  units += 1;
  const phone = world.cloud.phone(`o-contact-${units}`);
  const form = unitFormOf(creditCodeOf(units), {
    unit: { category, subCategory: subCategories[category] },
    address: { city },
    profile: { inspectionResult: category === 'socialOrganisation' ? 'qualified' : 'reported' },
  });
  const id = await fillInUnit(world.cloud, phone, form, [
    'stampedForm',
    category === 'government' ? 'officialLetter' : 'licence',
  ]);
  await submitUnit(phone, id);
  await liaison.call('membership.acceptApplication', await seenBy(liaison, id));
  return id;
}

const record = async (id: string, check: ComplianceCheck, found: Found, by = liaison) =>
  by.call('membership.recordCompliance', { ...(await seenBy(liaison, id)), check, ...found });

/** Notes every look-up of the category, but for what `changes` says. */
async function lookedUp(id: string, category: UnitCategory, changes: Partial<Record<ComplianceCheck, Found>> = {}) {
  for (const check of checksOf(category)) await record(id, check, changes[check] ?? clean()[check]);
}

const recommend = async (id: string, category: UnitCategory = 'socialOrganisation') =>
  liaison.call('membership.recommendApplication', {
    ...(await seenBy(liaison, id)),
    checklist: unitChecklist(category),
    opinion: '同意提请复审',
  });
const endorse = async (id: string) => second.call('membership.endorseApplication', await seenBy(second, id));
const statesOf = async (id: string) =>
  Object.fromEntries(
    (await liaison.call('membership.reviewApplication', { applicationId: id })).compliance.map(({ check, state }) => [
      check,
      state,
    ]),
  );

describe('looking a unit up', () => {
  test.each([
    ['government', ['distrustList']],
    ['institution', ['abnormalList', 'distrustList', 'annualInspection']],
    ['enterprise', ['abnormalList', 'distrustList', 'annualInspection']],
    ['socialOrganisation', ['abnormalList', 'distrustList', 'annualInspection', 'assessment']],
  ] as const)('%s: is recommended once each list of its category is looked up, and not before', async (category, checks) => {
    const id = await underReview(category);
    await expect(recommend(id, category)).rejects.toMatchObject({
      code: 'request.invalid',
      fields: Object.fromEntries(checks.map((check) => [`compliance.${check}`, 'compliance.missing'])),
    });
    await lookedUp(id, category);
    expect(await statesOf(id)).toEqual(Object.fromEntries(checks.map((check) => [check, 'current'])));
    expect(await recommend(id, category)).toMatchObject({ state: 'awaitingSecondReview' });
    expect(await endorse(id)).toMatchObject({ state: 'awaitingMeeting' });
  });

  test('keeps every result with source, day and who looked, newest first', async () => {
    const id = await underReview('enterprise');
    await record(id, 'abnormalList', { ...clean().abnormalList, result: 'listed', note: '地址失联' });
    await record(id, 'abnormalList', clean().abnormalList, nanjing);
    const { compliance } = await liaison.call('membership.reviewApplication', { applicationId: id });
    expect(compliance.find(({ check }) => check === 'abnormalList')?.entries).toMatchObject([
      { result: 'notListed', source: '国家企业信用信息公示系统', checkedAt: today(), by: '工作人员nanjing', note: null },
      { result: 'listed', by: '工作人员liaison', note: '地址失联' },
    ]);
  });

  let refused: Promise<string> | undefined;
  test.each([
    ['a result of another list', 'distrustList', { result: 'passed' }, { result: 'compliance.result' }],
    ['a day to come', 'distrustList', { checkedAt: '2999-01-01' }, { checkedAt: 'date.future' }],
    ['a day that does not exist', 'distrustList', { checkedAt: '2026-02-30' }, { checkedAt: 'date.notReal' }],
    ['a grade without its end', 'assessment', { expiresAt: undefined }, { expiresAt: 'compliance.expiry' }],
    ['an end where nothing ends', 'distrustList', { expiresAt: '2999-01-01' }, { expiresAt: 'compliance.expiry' }],
  ] as const)('refuses %s', async (_what, check, changes, fields) => {
    const id = await (refused ??= underReview());
    await expect(record(id, check, { ...clean()[check], ...changes })).rejects.toMatchObject({ code: 'request.invalid', fields });
    expect((await statesOf(id))[check]).toBe('missing');
  });

  test('refuses a list that the category does not need, and any for a person', async () => {
    const id = await underReview('government');
    await expect(record(id, 'assessment', clean().assessment)).rejects.toMatchObject({ fields: { check: 'choice.unknown' } });
    const person = await world.applicant('o-person');
    await person.submit();
    await liaison.call('membership.acceptApplication', await seenBy(liaison, person.id));
    await expect(record(person.id, 'distrustList', clean().distrustList)).rejects.toMatchObject({ code: 'wrongStatus' });
  });

  test('is for officers who see the city, and nobody else learns of the application', async () => {
    const id = await underReview('enterprise', '320500');
    const elsewhere = record(id, 'distrustList', clean().distrustList, nanjing);
    await expect(elsewhere).rejects.toMatchObject({ code: 'notFound' });
    await expect(record(id, 'distrustList', clean().distrustList, second)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(record(id, 'distrustList', clean().distrustList, world.cloud.phone('o-nobody'))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    expect(await record(id, 'distrustList', clean().distrustList, suzhou)).toMatchObject({ state: 'underReview' });
  });
});

describe('what the look-ups found', () => {
  test('a hit in 失信名单 is a veto: neither recommended nor endorsed, whatever else speaks for the unit', async () => {
    const hit = { ...clean().distrustList, result: 'listed' };
    const id = await underReview();
    await lookedUp(id, 'socialOrganisation', { distrustList: hit });
    expect((await statesOf(id)).distrustList).toBe('veto');
    await expect(recommend(id)).rejects.toMatchObject({ code: 'compliance.veto' });
    const { can } = await liaison.call('membership.reviewApplication', { applicationId: id });
    expect(can).toMatchObject({ recommend: false, check: true, return: true });
    // Taken off the list and looked up again.
    await record(id, 'distrustList', clean().distrustList);
    await recommend(id);
    // Found by the time of the second review.
    await record(id, 'distrustList', hit);
    await expect(endorse(id)).rejects.toMatchObject({ code: 'compliance.veto' });
    expect((await second.call('membership.reviewApplication', { applicationId: id })).can).toMatchObject({
      endorse: false,
      sendBack: true,
    });
  });

  test('a hit in 异常名录 or a failed inspection is for the reviewers to weigh', async () => {
    const id = await underReview('institution');
    await lookedUp(id, 'institution', {
      abnormalList: { ...clean().abnormalList, result: 'listed' },
      annualInspection: { ...clean().annualInspection, result: 'failed' },
    });
    expect(await recommend(id, 'institution')).toMatchObject({ state: 'awaitingSecondReview' });
  });

  test('counts for ninety days, a grade no longer than it holds', async () => {
    const id = await underReview();
    await lookedUp(id, 'socialOrganisation', {
      abnormalList: { ...clean().abnormalList, checkedAt: today(-91) },
      annualInspection: { ...clean().annualInspection, checkedAt: today(-90) },
      assessment: { ...clean().assessment, checkedAt: today(-20), expiresAt: today(-1) },
    });
    expect(await statesOf(id)).toEqual({
      abnormalList: 'outdated',
      distrustList: 'current',
      annualInspection: 'current',
      assessment: 'outdated',
    });
    await expect(recommend(id)).rejects.toMatchObject({
      code: 'request.invalid',
      fields: { 'compliance.abnormalList': 'compliance.outdated', 'compliance.assessment': 'compliance.outdated' },
    });
  });

  test('does not stand for the conditions of the category: each is judged, and no foreign one', async () => {
    const id = await underReview('enterprise');
    await lookedUp(id, 'enterprise');
    const send = async (conditions: ReturnType<typeof unitChecklist>['conditions']) =>
      liaison.call('membership.recommendApplication', {
        ...(await seenBy(liaison, id)),
        checklist: { ...unitChecklist('enterprise'), conditions },
        opinion: '同意',
      });
    const [first, ...others] = unitChecklist('enterprise').conditions;
    if (!first) throw new Error('an enterprise has conditions');
    await expect(send(others)).rejects.toMatchObject({ fields: { [`checklist.${first.condition}`]: 'checklist.missing' } });
    await expect(send([...others, first, first])).rejects.toMatchObject({
      fields: { [`checklist.${first.condition}`]: 'checklist.foreign' },
    });
    const foreign = [...others, first, { ...first, condition: 'soundGovernance' }];
    await expect(send(foreign)).rejects.toMatchObject({ fields: { 'checklist.soundGovernance': 'checklist.foreign' } });
    expect(await send([first, ...others])).toMatchObject({ state: 'awaitingSecondReview' });
  });

  test('cannot be noted at a field that only the form of a person has', async () => {
    const id = await underReview('enterprise');
    const back = async (field: string) =>
      liaison.call('membership.returnApplication', { ...(await seenBy(liaison, id)), notes: [{ field, note: '请核对' }] });
    await expect(back('identity.idNumber')).rejects.toMatchObject({ fields: { notes: 'field.unknown' } });
    expect(await back('unit.code')).toMatchObject({ state: 'returned' });
  });
});

describe('a unit that was admitted', () => {
  let memberId: string;
  let grade: string;
  const dueAt = () => dayOf(new Date(line(memberId)?.dueAt as Date).getTime());
  const view = (phone: Phone) => phone.call('membership.memberCompliance', { memberId });
  const recheck = async (phone: Phone, check: ComplianceCheck, found: Found) =>
    phone.call('membership.recheckCompliance', { memberId, version: (await view(liaison)).version, check, ...found });

  beforeAll(async () => {
    const id = await underReview();
    grade = today(200);
    await lookedUp(id, 'socialOrganisation', { assessment: { ...clean().assessment, expiresAt: grade } });
    await recommend(id);
    await endorse(id);
    await room.decide(await room.schedule([id]), 'approve');
    await world.settle();
    memberId = String(world.cloud.emulator.database.documents('applications').find(({ _id }) => _id === id)?.member);
  });

  test('keeps the look-ups of its application', async () => {
    const { compliance, category, can } = await view(liaison);
    expect(category).toBe('socialOrganisation');
    expect(compliance.map(({ check, state }) => [check, state])).toEqual(
      checksOf('socialOrganisation').map((check) => [check, 'current']),
    );
    expect(compliance.find(({ check }) => check === 'assessment')).toMatchObject({
      goodUntil: grade,
      entries: [{ result: '4A' }],
    });
    expect(can).toEqual({ record: true });
  });

  test('is seen with them by its city and by those who see all, by nobody else', async () => {
    expect((await view(nanjing)).number).toMatch(/^JSCF-D-/);
    const found = clean().distrustList;
    for (const refused of [view(suzhou), recheck(suzhou, 'distrustList', found)])
      await expect(refused).rejects.toMatchObject({ code: 'notFound' });
    await expect(view(world.cloud.phone('o-nobody'))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('is due to be looked up thirty days before the first result ends, and a new look-up moves that on', async () => {
    expect(line(memberId)).toMatchObject({ open: true, queue: 'member.manage', city: '320100' });
    const lead = (until: string, days = 30) => dayOf(Date.parse(`${until}T00:00:00+08:00`) - days * day);
    expect(dueAt()).toBe(lead(grade));
    await recheck(nanjing, 'assessment', { ...clean().assessment, result: '5A', expiresAt: today(1800) });
    await world.settle();
    // Now the others end first, a year after they were looked up.
    expect(dueAt()).toBe(today(365 - 30));
    expect((await view(liaison)).compliance.find(({ check }) => check === 'assessment')?.entries).toHaveLength(2);
  });

  test('is in hand from a week before that, for its city and not for another, and in no count until then', async () => {
    const inHand = async (phone: Phone) => {
      const { rows, counts } = await phone.call('account.workbench', {});
      return [rows.filter(({ kind }) => kind === 'recheckCompliance').length, counts.all];
    };
    const [, before = 0] = await inHand(nanjing);
    const [, elsewhere] = await inHand(suzhou);
    expect(await inHand(nanjing)).toEqual([0, before]);
    const { clock, timers } = world.cloud.emulator;
    await clock.advance(Date.parse(`${dueAt()}T00:00:00+08:00`) - now() - 8 * day);
    await timers.fire('jobs', 'wakeLines');
    expect(await inHand(nanjing)).toEqual([0, before]);
    await clock.advance(2 * day);
    await timers.fire('jobs', 'wakeLines');
    expect(await inHand(nanjing)).toEqual([1, before + 1]);
    expect(await inHand(suzhou)).toEqual([0, elsewhere]);
    expect((await nanjing.call('account.workbench', {})).counts.week).toBe(1);
  });

  test('is looked up no more once it has left', async () => {
    const contact = world.cloud.phone(`o-contact-${units}`);
    await contact.call('membership.resign', { memberId, dataChoice: 'keep' });
    await world.settle();
    expect(line(memberId)).toMatchObject({ open: false });
    expect((await nanjing.call('account.workbench', {})).rows.map(({ kind }) => kind)).not.toContain('recheckCompliance');
  });
});

describe('a hit in 失信名单 after the second review', () => {
  const hit = () => ({ ...clean().distrustList, result: 'listed' });
  /** A unit that waits for a meeting. */
  async function waiting(): Promise<string> {
    const id = await underReview('government');
    await lookedUp(id, 'government');
    await recommend(id, 'government');
    await endorse(id);
    return id;
  }
  const stateOf = async (id: string) => (await liaison.call('membership.reviewApplication', { applicationId: id })).state;
  const contact = () => world.cloud.phone(`o-contact-${units}`);
  const inboxOf = async () => (await contact().call('account.inbox', {})).rows.map(({ kind }) => kind);

  test('keeps it off every agenda until it is looked up again', async () => {
    const id = await waiting();
    await record(id, 'distrustList', hit());
    await expect(room.schedule([id])).rejects.toMatchObject({
      code: 'compliance.veto',
      message: expect.stringMatching(/SQ-\d{4}-.{6} 的申请单位在严重违法失信名单上/),
    });
    await record(id, 'distrustList', clean().distrustList);
    await room.schedule([id]);
    await world.settle();
    expect(await stateOf(id)).toBe('onAgenda');
  });

  test('takes it off an agenda, also with the vote open, and out of a batch; another meeting admits it once it is cleared', async () => {
    const [id, other] = [await waiting(), await waiting()];
    const { secretary } = room;
    const at = new Date(now() + 3 * day).toISOString();
    const planned = await secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '会议室' });
    const { id: meetingId, version } = planned;
    await secretary.call('governance.addItems', { meetingId, version, applicationIds: [id, other], together: true });
    const item = await room.voted(meetingId, 'approve');
    await record(other, 'distrustList', hit());
    await world.settle();
    expect([await stateOf(other), await stateOf(id)]).toEqual(['awaitingMeeting', 'onAgenda']);
    expect(await inboxOf()).toContain('applicationUnscheduled');
    const [batch] = (await secretary.call('governance.meeting', { meetingId })).items;
    expect(batch?.applications.map(({ applicationId }) => applicationId)).toEqual([id]);
    await secretary.call('governance.decideItem', { ...item, version: batch?.version ?? 0 });
    await world.settle();
    expect(await stateOf(id)).toBe('admitted');
    await record(other, 'distrustList', clean().distrustList);
    await room.decide(await room.schedule([other]), 'approve');
    await world.settle();
    expect(await stateOf(other)).toBe('admitted');
  });

  test('lets the meeting reject, but not pass, what has not been taken off yet', async () => {
    const id = await waiting();
    const item = await room.voted(await room.schedule([id]), 'approve');
    await world.settle();
    // What follows from the look-up has not happened yet: the function dies with it done.
    const match = { service: 'database', endpoint: 'membership.recordCompliance', action: 'commitTransaction' } as const;
    const kill = world.cloud.emulator.faults.add({ match, effect: { kind: 'kill' } });
    await record(id, 'distrustList', hit()).catch(() => undefined);
    kill.remove();
    await expect(room.secretary.call('governance.decideItem', item)).rejects.toMatchObject({ code: 'compliance.veto' });
    await world.settle();
    expect(await stateOf(id)).toBe('awaitingMeeting');
  });
});
