import type { EndpointName } from '../../shared/endpoints';
import { beginHour, type Phone, type Refusal } from '../support/cloud';
import { allConsents, checklist } from '../support/membership/form';
import { openRoom } from '../support/membership/meeting';
import { type Applicant, openWorld, recommend, review, seenBy, type World } from '../support/membership/world';

let world: World;
let applicant: Applicant;
let liaison: Phone;
let second: Phone;
beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  applicant = await world.applicant('o-applicant');
  await applicant.submit();
});
afterAll(() => world.close());

/** What was answered, and by which database calls, from a cold start: nothing remembered, no data key at hand. */
async function trace(phone: Phone, endpoint: EndpointName, input: object) {
  await world.cloud.restart();
  const answer = await phone.call(endpoint as 'membership.application', input as never).catch((error: Refusal) => error);
  const calls = world.cloud.emulator.functionLog.entries.at(-1)?.calls ?? [];
  return { answer, calls: calls.map(({ action, collection }) => `${action} ${collection}`) };
}

const version = 1;
const others: readonly (readonly [EndpointName, (applicationId: string) => object])[] = [
  ['membership.application', (applicationId) => ({ applicationId })],
  ['membership.saveDraft', (applicationId) => ({ applicationId, version, draft: { section: 'work', values: {} } })],
  ['membership.attachPhoto', (applicationId) => ({ applicationId, version, fileId: 'cloud://x/uploads/a/b.jpg' })],
  ['membership.submitApplication', (applicationId) => ({ applicationId, version, consents: allConsents })],
  ['membership.withdrawApplication', (applicationId) => ({ applicationId, version })],
  ['membership.disclosures', (applicationId) => ({ applicationId })],
];

test.each(others)("%s tells somebody else's application from a missing one by nothing", async (endpoint, input) => {
  const other = world.cloud.phone('o-other');
  await other.call('account.myStaffCode', { name: '旁人' });
  const foreign = await trace(other, endpoint, input(applicant.id));
  expect(foreign).toEqual(await trace(other, endpoint, input('nothing-of-the-kind')));
  expect(foreign.calls.length).toBeGreaterThan(1);
});

const staffCalls: typeof others = [
  ['membership.reviewApplication', (applicationId) => ({ applicationId })],
  ['membership.acceptApplication', (applicationId) => ({ applicationId, version })],
  [
    'membership.returnApplication',
    (applicationId) => ({ applicationId, version, notes: [{ field: 'work.post', note: '请补填' }] }),
  ],
  ['membership.recommendApplication', (applicationId) => ({ applicationId, version, checklist, opinion: '同意' })],
];

test.each(staffCalls)(
  "%s tells a city officer another city's application from a missing one by nothing",
  async (endpoint, input) => {
    const officer = await world.staff('o-suzhou', 'cityOfficer', '320500');
    const foreign = await trace(officer, endpoint, input(applicant.id));
    expect(foreign).toEqual(await trace(officer, endpoint, input('nothing-of-the-kind')));
    expect(foreign.answer).toMatchObject({ code: 'notFound' });
  },
);

test('a draft is private, to every officer as if it were missing', async () => {
  const draft = await world.applicant('o-draft');
  const seen = await trace(liaison, 'membership.reviewApplication', { applicationId: draft.id });
  expect(seen).toEqual(await trace(liaison, 'membership.reviewApplication', { applicationId: 'nothing-of-the-kind' }));
});

test('a city officer handles the applications of their own city', async () => {
  const own = await world.applicant('o-wuxi-applicant', { contact: { city: '320200' } });
  await own.submit();
  const officer = await world.staff('o-wuxi', 'cityOfficer', '320200');
  const { rows } = await officer.call('membership.applications', { state: 'submitted' });
  expect(rows.map(({ id }) => id)).toEqual([own.id]);
  expect(await officer.call('membership.acceptApplication', await seenBy(officer, own.id))).toMatchObject({
    state: 'underReview',
  });
});

test('a role taken away between page and tap no longer counts', async () => {
  const administrator = world.cloud.phone('o-administrator');
  const leaving = await world.staff('o-leaving', 'liaisonOfficer');
  const { id } = await leaving.call('account.me', {});
  const seen = await seenBy(leaving, applicant.id);
  await administrator.call('account.revokeRole', { accountId: id ?? '', role: 'liaisonOfficer' });
  await expect(leaving.call('membership.acceptApplication', seen)).rejects.toMatchObject({ code: 'auth.forbidden' });
});

test('what is masked stays masked; the whole number needs a permission and a reason, and the person sees who looked', async () => {
  const { form } = await liaison.call('membership.reviewApplication', { applicationId: applicant.id });
  expect(form.identity?.idNumber).toBe(`${applicant.idNumber[0]}${'*'.repeat(16)}${applicant.idNumber.at(-1)}`);
  expect(form.contact?.mobile).toBe('156******77');
  expect(form.photo).toBeUndefined();
  const asked = { applicationId: applicant.id, reason: '与证件原件核对' };
  await expect(world.cloud.phone('o-secretary').call('membership.revealPerson', asked)).rejects.toMatchObject({
    code: 'auth.forbidden',
  });
  await expect(liaison.call('membership.revealPerson', { ...asked, reason: ' ' })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  expect(await liaison.call('membership.revealPerson', asked)).toEqual({ idNumber: applicant.idNumber, mobile: '15600000077' });
  const { rows } = await applicant.phone.call('membership.disclosures', { applicationId: applicant.id });
  expect(rows).toEqual([{ at: expect.any(String), by: '工作人员liaison', reason: '与证件原件核对' }]);
  expect(await liaison.call('membership.disclosures', { applicationId: applicant.id })).toEqual({ rows: [] });
});

test('looking up persons has a limit', async () => {
  const curious = await world.staff('o-curious', 'liaisonOfficer');
  const asked = { applicationId: applicant.id, reason: '核对' };
  await beginHour(world.cloud.emulator);
  for (let count = 0; count < 30; count += 1) await curious.call('membership.revealPerson', asked);
  await expect(curious.call('membership.revealPerson', asked)).rejects.toMatchObject({ code: 'limit.exceeded' });
});

describe('a conflict of interest', () => {
  const conflict = expect.objectContaining({ code: 'auth.conflictOfInterest' });

  test('nobody reviews their own application, nor sees what reviewers wrote about it', async () => {
    const officer = await world.applicant('o-officer-applies');
    await officer.submit();
    await world.staff('o-officer-applies', 'liaisonOfficer');
    await world.staff('o-officer-applies', 'secondReviewer');
    const { phone } = officer;
    await expect(phone.call('membership.acceptApplication', await seenBy(phone, officer.id))).rejects.toEqual(conflict);
    await liaison.call('membership.acceptApplication', await seenBy(liaison, officer.id));
    await expect(recommend(phone, officer.id)).rejects.toEqual(conflict);
    await recommend(liaison, officer.id);
    await expect(phone.call('membership.endorseApplication', await seenBy(phone, officer.id))).rejects.toEqual(conflict);
    await expect(phone.call('membership.revealPerson', { applicationId: officer.id, reason: '看看' })).rejects.toEqual(conflict);
    const seen = await phone.call('membership.reviewApplication', { applicationId: officer.id });
    expect(seen).toMatchObject({ conflict: 'own', checklist: null, opinion: null });
    expect(Object.values(seen.can)).not.toContain(true);
  });

  test('first and second reviewer are different people', async () => {
    const both = await world.staff('o-both', 'liaisonOfficer');
    await world.staff('o-both', 'secondReviewer');
    const own = await world.applicant('o-two-reviews');
    await own.submit();
    await both.call('membership.acceptApplication', await seenBy(both, own.id));
    await recommend(both, own.id);
    const seen = await seenBy(both, own.id);
    await expect(both.call('membership.endorseApplication', seen)).rejects.toEqual(conflict);
    await expect(both.call('membership.sendBackApplication', { ...seen, reason: '再看' })).rejects.toEqual(conflict);
    expect((await both.call('membership.reviewApplication', { applicationId: own.id })).can).toMatchObject({
      endorse: false,
      sendBack: false,
    });
    expect(await second.call('membership.endorseApplication', seen)).toMatchObject({ state: 'awaitingMeeting' });
  });

  test('nobody reviews whom they recommended', async () => {
    const room = await openRoom(world);
    const sponsor = await world.applicant('o-sponsor');
    await sponsor.submit();
    await review({ liaison, second }, sponsor.id);
    await room.decide(await room.schedule([sponsor.id]), 'approve');
    await world.settle();
    const { memberNumber } = await sponsor.phone.call('membership.myCertificate', {});
    await world.staff('o-sponsor', 'liaisonOfficer');
    const friend = await world.applicant('o-friend', { purpose: { recommender: memberNumber.toLowerCase() } });
    await friend.submit();
    const seen = await seenBy(sponsor.phone, friend.id);
    await expect(sponsor.phone.call('membership.acceptApplication', seen)).rejects.toEqual(conflict);
    expect(await sponsor.phone.call('membership.reviewApplication', { applicationId: friend.id })).toMatchObject({
      conflict: 'recommender',
    });
    expect(await liaison.call('membership.acceptApplication', seen)).toMatchObject({ state: 'underReview' });
  });
});
