import type { Input } from '../../shared/endpoints';
import type { Phone } from '../support/cloud';
import { allConsents, checklist, formOf } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { type Applicant, fillIn, openWorld, review, seenBy, type World } from '../support/membership/world';

const day = 24 * 3600 * 1000;

let world: World;
let liaison: Phone;
let second: Phone;
let third: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  third = await world.staff('o-third', 'secondReviewer');
  room = await openRoom(world);
});
afterAll(() => world.close());

let people = 0;
const submitted = async (changes: Parameters<World['applicant']>[1] = {}): Promise<Applicant> => {
  const applicant = await world.applicant(`o-corrects-${(people += 1)}`, changes);
  await applicant.submit();
  return applicant;
};
const rejected = async (): Promise<Applicant> => {
  const applicant = await submitted();
  await review({ liaison, second }, applicant.id);
  await room.decide(await room.schedule([applicant.id]), 'against');
  await world.settle();
  return applicant;
};
const version = async ({ view }: Applicant) => (await view()).version;
const appeal = async (applicant: Applicant) =>
  applicant.phone.call('membership.appealApplication', {
    applicationId: applicant.id,
    version: await version(applicant),
    reason: '补充了服务记录',
  });
const seen = (phone: Phone, { id }: Applicant) => phone.call('membership.reviewApplication', { applicationId: id });
const kindsOf = async (phone: Phone, { id }: Applicant) =>
  (await phone.call('account.workbench', {})).rows.filter(({ page }) => page.endsWith(id)).map(({ kind }) => kind);
const inboxOf = async ({ phone }: Applicant) => (await phone.call('account.inbox', {})).rows.map(({ kind }) => kind);

describe('a correction', () => {
  test('shows the applicant note and old value at the field, and the reviewer what changed, numbers masked', async () => {
    const applicant = await submitted();
    await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
    const at = await seenBy(liaison, applicant.id);
    const notes = [
      { field: 'work.post', note: '请写全称' },
      { field: 'contact.mobile', note: '打不通' },
    ];
    await liaison.call('membership.returnApplication', { ...at, notes, internalNote: '电话里口气不好' });
    const view = await applicant.view();
    expect(view.returned).toEqual([
      { field: 'contact.mobile', note: '打不通', was: '15600000077' },
      { field: 'work.post', note: '请写全称', was: '工程师' },
    ]);
    expect(JSON.stringify(view)).not.toContain('口气');
    const save = async (draft: Input<'membership.saveDraft'>['draft']) =>
      applicant.phone.call('membership.saveDraft', { applicationId: applicant.id, version: await version(applicant), draft });
    await save({ section: 'work', values: { ...view.form.work, post: '高级工程师' } });
    await save({ section: 'contact', values: { ...view.form.contact, mobile: '15600000088' } });
    await applicant.submit();
    const { changes, history } = await seen(liaison, applicant);
    expect(changes).toEqual([
      { field: 'contact.mobile', before: '156******77', after: '156******88' },
      { field: 'work.post', before: '工程师', after: '高级工程师' },
    ]);
    expect(history.find(({ action }) => action === 'return')?.note).toBe('电话里口气不好');
  });

  test('has nothing to compare with before it was made', async () => {
    const applicant = await submitted();
    expect((await seen(liaison, applicant)).changes).toBeNull();
  });
});

test('what staff write to one another never reaches the applicant, also when the applicant is staff', async () => {
  const applicant = await submitted();
  await world.staff(applicant.phone.openid, 'liaisonOfficer');
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  const at = await seenBy(liaison, applicant.id);
  await liaison.call('membership.recommendApplication', { ...at, checklist, opinion: '同意', internalNote: '内部的话' });
  await second.call('membership.endorseApplication', { ...(await seenBy(second, applicant.id)), internalNote: '再说一句' });
  expect(JSON.stringify([await applicant.view(), await seen(applicant.phone, applicant)])).not.toMatch(/内部的话|再说一句/);
  expect((await seen(second, applicant)).history.map(({ note }) => note)).toContain('内部的话');
});

test('a checklist with a condition of no category of the applicant is refused', async () => {
  const applicant = await submitted();
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  const foreign = [{ condition: 'registrationValid', judgement: 'met', evidence: '证书' } as const];
  const input = { ...(await seenBy(liaison, applicant.id)), checklist: { ...checklist, conditions: foreign }, opinion: '同意' };
  await expect(liaison.call('membership.recommendApplication', input)).rejects.toMatchObject({
    code: 'request.invalid',
    fields: { 'checklist.registrationValid': 'checklist.foreign' },
  });
});

test('the mark orders the agenda, says why among staff, and can be taken off', async () => {
  const [plain, marked] = [await submitted(), await submitted()];
  for (const { id } of [plain, marked]) await review({ liaison, second }, id);
  const mark = async (on: boolean) =>
    liaison.call('membership.markApplication', { ...(await seenBy(liaison, marked.id)), marked: on, reason: '行业代表' });
  await mark(true);
  await mark(false);
  await mark(true);
  await expect(mark(true)).rejects.toMatchObject({ code: 'wrongStatus' });
  expect((await seen(second, marked)).marked).toMatchObject({ reason: '行业代表', by: '工作人员liaison' });
  expect(JSON.stringify(await marked.view())).not.toContain('行业代表');
  const meetingId = await room.schedule([plain.id, marked.id]);
  const { items } = await room.secretary.call('governance.meeting', { meetingId });
  expect(items.map(({ applicationId }) => applicationId)).toEqual([marked.id, plain.id]);
});

test('several are accepted at once; what cannot be is named and left as it is', async () => {
  const [one, two] = [await submitted(), await submitted()];
  const stale = { ...(await seenBy(liaison, two.id)), version: 1 };
  const answer = await liaison.call('membership.acceptApplications', {
    applications: [await seenBy(liaison, one.id), stale, { applicationId: 'nothing-of-the-kind', version: 1 }],
  });
  expect(answer).toEqual({
    accepted: [one.id],
    refused: [
      { id: two.id, code: 'stale' },
      { id: 'nothing-of-the-kind', code: 'notFound' },
    ],
  });
  await world.settle();
  expect([(await one.view()).state, (await two.view()).state]).toEqual(['underReview', 'submitted']);
  expect(await inboxOf(one)).toContain('applicationAccepted');
  expect(await kindsOf(liaison, one)).toEqual(['reviewApplication']);
});

describe('an application given to another city', () => {
  test('is out of sight for the old city at once, and its line goes along', async () => {
    const suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
    const nanjing = await world.staff('o-nanjing', 'cityOfficer', '320100');
    const applicant = await submitted();
    const at = await seenBy(nanjing, applicant.id);
    await expect(nanjing.call('membership.assignCity', { ...at, city: '320500', reason: '住苏州' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const same = liaison.call('membership.assignCity', { ...at, city: '320100', reason: '住南京' });
    await expect(same).rejects.toMatchObject({ fields: { city: 'city.same' } });
    await liaison.call('membership.assignCity', { ...at, city: '320500', reason: '住苏州' });
    await expect(seen(nanjing, applicant)).rejects.toMatchObject({ code: 'notFound' });
    expect((await seen(suzhou, applicant)).history.at(-1)).toMatchObject({
      action: 'assign',
      note: '住苏州',
      cities: ['320100', '320500'],
    });
    await world.settle();
    expect(await kindsOf(nanjing, applicant)).toEqual([]);
    expect(await kindsOf(suzhou, applicant)).toEqual(['reviewApplication']);
    const idsOf = async (phone: Phone) =>
      (await phone.call('membership.applications', { state: 'submitted' })).rows.map(({ id }) => id);
    expect(await idsOf(nanjing)).not.toContain(applicant.id);
    expect(await idsOf(suzhou)).toContain(applicant.id);
  });
});

describe('a rejection', () => {
  test('is explained to the applicant, who reads the resolution till then', async () => {
    const applicant = await rejected();
    expect((await applicant.view()).rejection).toMatchObject({ explained: false });
    expect(await kindsOf(liaison, applicant)).toEqual(['explainRejection']);
    const explain = async () =>
      liaison.call('membership.explainRejection', {
        ...(await seenBy(liaison, applicant.id)),
        reason: '欢迎先参加活动',
        internalNote: '会上有人反对',
      });
    await explain();
    await world.settle();
    const view = await applicant.view();
    expect(view).toMatchObject({ decisionReason: '欢迎先参加活动', rejection: { explained: true } });
    expect(JSON.stringify(view)).not.toContain('会上有人');
    expect([await kindsOf(liaison, applicant), (await inboxOf(applicant))[0]]).toEqual([[], 'applicationExplained']);
    await expect(explain()).rejects.toMatchObject({ code: 'wrongStatus' });
  });

  test('keeps the number from other accounts until the date the applicant is told', async () => {
    const applicant = await rejected();
    const { reapplyFrom } = (await applicant.view()).rejection ?? {};
    const other = await world.applicant('o-other-account', { identity: { idNumber: applicant.idNumber } });
    await expect(other.submit()).rejects.toMatchObject({ code: 'identity.taken' });
    await world.cloud.emulator.clock.set(Date.parse(reapplyFrom ?? ''));
    expect(await other.submit()).toMatchObject({ state: 'submitted' });
  });

  test('is appealed once, decided by somebody without a part in it, and then heard by another meeting', async () => {
    const applicant = await rejected();
    expect(await appeal(applicant)).toMatchObject({ state: 'appealed', appeal: { reason: '补充了服务记录', outcome: null } });
    await world.settle();
    expect(await kindsOf(third, applicant)).toEqual(['decideAppeal']);
    expect(await kindsOf(second, applicant)).toEqual([]);
    const begun = await applicant.phone.call('membership.startApplication', { kind: 'individual' });
    expect(begun.id).toBe(applicant.id);
    const decide = async (phone: Phone, outcome: 'upheld' | 'dismissed') =>
      phone.call('membership.decideAppeal', { ...(await seenBy(phone, applicant.id)), outcome, reason: '材料说明了情况' });
    await expect(decide(second, 'upheld')).rejects.toMatchObject({ code: 'auth.conflictOfInterest' });
    expect(await decide(third, 'upheld')).toMatchObject({ state: 'awaitingMeeting' });
    await world.settle();
    expect((await inboxOf(applicant)).slice(0, 2)).toEqual(['applicationAppealUpheld', 'applicationAppealed']);
    await room.decide(await room.schedule([applicant.id]), 'against');
    await world.settle();
    expect(await applicant.view()).toMatchObject({ state: 'rejected', can: { appeal: false } });
    await expect(appeal(applicant)).rejects.toMatchObject({ code: 'wrongStatus' });
  });

  test('stands when the appeal is dismissed, with the answer and the date as before', async () => {
    const applicant = await rejected();
    const { reapplyFrom } = (await applicant.view()).rejection ?? {};
    await appeal(applicant);
    const input = { ...(await seenBy(third, applicant.id)), outcome: 'dismissed', reason: '依据充分' } as const;
    await third.call('membership.decideAppeal', input);
    expect(await applicant.view()).toMatchObject({
      state: 'rejected',
      appeal: { outcome: 'dismissed', answer: '依据充分' },
      rejection: { reapplyFrom, appealUntil: null },
      can: { appeal: false },
    });
  });

  test('is past appeal when the days of the rule are over', async () => {
    const applicant = await rejected();
    await world.cloud.emulator.clock.advance(30 * day);
    expect((await applicant.view()).can.appeal).toBe(false);
    await expect(appeal(applicant)).rejects.toMatchObject({ code: 'wrongStatus' });
  });
});

test('the reviewer sees what the applicant has done so far, from the records', async () => {
  const applicant = await submitted();
  const withdraw = { applicationId: applicant.id, version: await version(applicant) };
  await applicant.phone.call('membership.withdrawApplication', withdraw);
  const { id } = await applicant.phone.call('membership.startApplication', { kind: 'individual' });
  await fillIn(world.cloud, applicant.phone, id, formOf(applicant.idNumber));
  const draft = await applicant.phone.call('membership.application', { applicationId: id });
  const input = { applicationId: id, version: draft.version, consents: allConsents };
  await applicant.phone.call('membership.submitApplication', input);
  const { counts } = await liaison.call('membership.reviewApplication', { applicationId: id });
  expect(counts).toEqual({ applications: 1, rejected: 0, withdrawn: 1, recommended: 0, recommendedAdmitted: 0 });
});

test('recommendations are counted for the member who gave them', async () => {
  const sponsor = await submitted();
  await review({ liaison, second }, sponsor.id);
  await room.decide(await room.schedule([sponsor.id]), 'approve');
  await world.settle();
  const { memberNumber } = await sponsor.phone.call('membership.myCertificate', {});
  const friend = await submitted({ purpose: { recommender: memberNumber } });
  expect((await seen(liaison, friend)).counts.recommended).toBe(0);
  expect((await seen(liaison, sponsor)).counts).toMatchObject({ recommended: 1, recommendedAdmitted: 0 });
});
