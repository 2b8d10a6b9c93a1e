import { endOfWorkingDay } from '../../shared/dates';
import { calendar } from '../../shared/rules/calendar';
import type { Phone } from '../support/cloud';
import { allConsents, idNumberOf } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { type Applicant, openWorld, recommend, review, seenBy, type World } from '../support/membership/world';

const day = 24 * 3600 * 1000;

let world: World;
let liaison: Phone;
let second: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  room = await openRoom(world);
});
afterAll(() => world.close());

let people = 0;
const submitted = async (): Promise<Applicant> => {
  const applicant = await world.applicant(`o-step-${(people += 1)}`);
  await applicant.submit();
  return applicant;
};
const returned = async (applicant: Applicant, field = 'work.post') => {
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  const seen = await seenBy(liaison, applicant.id);
  await liaison.call('membership.returnApplication', { ...seen, notes: [{ field, note: '请写全称' }] });
};
const withdraw = async ({ phone, id, view }: Applicant) =>
  phone.call('membership.withdrawApplication', { applicationId: id, version: (await view()).version });

describe('a draft', () => {
  test('is begun once: beginning again answers the same one, another person has their own', async () => {
    const phone = world.cloud.phone('o-begins');
    const first = await phone.call('membership.startApplication', { kind: 'individual' });
    expect(await phone.call('membership.startApplication', { kind: 'individual' })).toEqual(first);
    expect(await phone.call('membership.myApplication', {})).toEqual(first);
    const other = await world.cloud.phone('o-begins-too').call('membership.startApplication', { kind: 'individual' });
    expect(other.id).not.toBe(first.id);
    expect(first).toMatchObject({ state: 'draft', progress: { identity: 'todo', photo: 'todo' }, keptUntil: expect.any(String) });
  });

  test('tells how far it is and is not submitted before it is whole', async () => {
    const phone = world.cloud.phone('o-slow');
    const { id, version } = await phone.call('membership.startApplication', { kind: 'individual' });
    const saved = await phone.call('membership.saveDraft', {
      applicationId: id,
      version,
      draft: { section: 'work', values: { employer: '云岫公司' } },
    });
    expect(saved.progress).toEqual({ identity: 'todo', contact: 'todo', work: 'started', purpose: 'todo', photo: 'todo' });
    const early = phone.call('membership.submitApplication', {
      applicationId: id,
      version: saved.version,
      consents: allConsents,
    });
    await expect(early).rejects.toMatchObject({
      code: 'request.invalid',
      fields: { 'identity.name': 'required', 'work.post': 'required', 'photo.photo': 'required' },
    });
  });

  test('of somebody without one is null', async () => {
    expect(await world.cloud.phone('o-none').call('membership.myApplication', {})).toBeNull();
  });
});

test('a submission keeps version and time of each consent', async () => {
  const applicant = await submitted();
  const stored = world.cloud.emulator.database.documents('applications').find(({ _id }) => _id === applicant.id);
  expect(stored?.consents).toEqual(allConsents.map((consent) => ({ ...consent, at: expect.any(Date) })));
});

test('a correction keeps its place in the line, and the clock of the review stands still meanwhile', async () => {
  const { clock } = world.cloud.emulator;
  const applicant = await submitted();
  const { submittedAt } = await applicant.view();
  await returned(applicant);
  const view = await applicant.view();
  expect(view).toMatchObject({ state: 'returned', notes: { 'work.post': '请写全称' }, can: { save: true, submit: true } });
  expect(view.steps[1]).toMatchObject({ step: 'review', state: 'now', office: 'applicant', expected: null });
  await clock.advance(30 * day);
  const again = await applicant.submit();
  expect(again).toMatchObject({ state: 'underReview', submittedAt, notes: {} });
  const { dueAt, history } = await liaison.call('membership.reviewApplication', { applicationId: applicant.id });
  expect(dueAt).toBe(endOfWorkingDay(clock.now(), 10, calendar.value).toISOString());
  expect(history.map(({ action, by }) => [action, by])).toEqual([
    ['start', '云若溪'],
    ['submit', '云若溪'],
    ['accept', '工作人员liaison'],
    ['return', '工作人员liaison'],
    ['resubmit', '云若溪'],
  ]);
});

test('while it is corrected, staff see what was handed in', async () => {
  const applicant = await submitted();
  await returned(applicant);
  const { version } = await applicant.view();
  const values = { employer: '改到一半', post: '主任', fields: ['助老' as const] };
  await applicant.phone.call('membership.saveDraft', {
    applicationId: applicant.id,
    version,
    draft: { section: 'work', values },
  });
  const seen = await liaison.call('membership.reviewApplication', { applicationId: applicant.id });
  expect(seen.form.work?.employer).toBe('云岫公司');
});

test('a corrected identity number gives the first one free again', async () => {
  const applicant = await submitted();
  await returned(applicant, 'identity.idNumber');
  const { version, form } = await applicant.view();
  const values = { ...form.identity, idNumber: idNumberOf(800) };
  await applicant.phone.call('membership.saveDraft', {
    applicationId: applicant.id,
    version,
    draft: { section: 'identity', values },
  });
  await applicant.submit();
  const first = await world.applicant('o-first-number', { identity: { idNumber: applicant.idNumber } });
  expect(await first.submit()).toMatchObject({ state: 'submitted' });
  const taken = await world.applicant('o-second-number', { identity: { idNumber: idNumberOf(800) } });
  await expect(taken.submit()).rejects.toMatchObject({ code: 'identity.taken' });
});

test('a withdrawn application gives the person and the number free for another', async () => {
  const applicant = await submitted();
  expect(await withdraw(applicant)).toMatchObject({ state: 'withdrawn' });
  const next = await applicant.phone.call('membership.startApplication', { kind: 'individual' });
  expect(next).toMatchObject({ state: 'draft' });
  expect(next.id).not.toBe(applicant.id);
  const other = await world.applicant('o-same-number', { identity: { idNumber: applicant.idNumber } });
  expect(await other.submit()).toMatchObject({ state: 'submitted' });
});

test('the second reviewer gives it back with a reason that the applicant does not see', async () => {
  const applicant = await submitted();
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  await recommend(liaison, applicant.id);
  const seen = await seenBy(second, applicant.id);
  await second.call('membership.sendBackApplication', { ...seen, reason: '影响一项请补依据' });
  const { sendBackReason, checklist } = await liaison.call('membership.reviewApplication', { applicationId: applicant.id });
  expect([sendBackReason, checklist?.willing.judgement]).toEqual(['影响一项请补依据', 'met']);
  expect(JSON.stringify(await applicant.view())).not.toContain('影响一项');
  expect(await recommend(liaison, applicant.id)).toMatchObject({ state: 'awaitingSecondReview' });
});

test('a rejected applicant reads the resolution, gets no number, and may apply again when the days of the rule are over', async () => {
  const applicant = await submitted();
  await review({ liaison, second }, applicant.id);
  await room.decide(await room.schedule([applicant.id]), 'against');
  await world.settle();
  const view = await applicant.view();
  expect(view).toMatchObject({ state: 'rejected', decisionReason: expect.stringMatching(/.+/) });
  expect(view.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'todo']);
  await expect(applicant.phone.call('membership.myCertificate', {})).rejects.toMatchObject({ code: 'notFound' });
  const start = () => applicant.phone.call('membership.startApplication', { kind: 'individual' });
  await expect(start()).rejects.toMatchObject({ code: 'wrongStatus', fields: { reapplyFrom: view.rejection?.reapplyFrom } });
  await world.cloud.emulator.clock.advance(90 * day);
  expect(await start()).toMatchObject({ state: 'draft' });
});

test('an item taken off the agenda lets the application wait for another meeting', async () => {
  const applicant = await submitted();
  await review({ liaison, second }, applicant.id);
  const meetingId = await room.schedule([applicant.id]);
  const { items } = await room.secretary.call('governance.meeting', { meetingId });
  const [item] = items;
  await room.secretary.call('governance.removeItem', { meetingId, itemId: item?.id ?? '', version: item?.version ?? 0 });
  await world.settle();
  expect(await applicant.view()).toMatchObject({ state: 'awaitingMeeting', meeting: null });
  const next = await room.schedule([applicant.id]);
  expect(await applicant.view()).toMatchObject({ state: 'onAgenda', meeting: { id: next } });
  const { version } = await applicant.view();
  await applicant.phone.call('membership.withdrawApplication', { applicationId: applicant.id, version });
  await world.settle();
  expect((await room.secretary.call('governance.meeting', { meetingId: next })).items).toEqual([]);
});

test('news of the agenda that arrive in the wrong order end the same', async () => {
  const applicant = await submitted();
  await review({ liaison, second }, applicant.id);
  // The function dies right after the commit: that the item was put on the agenda is told by the timer, after it was taken off.
  const match = { service: 'database', endpoint: 'governance.addItems', action: 'commitTransaction' } as const;
  const kill = world.cloud.emulator.faults.add({ match, effect: { kind: 'kill' } });
  await expect(room.schedule([applicant.id])).rejects.toThrow();
  expect(kill.hits).toBe(1);
  const { rows } = await room.secretary.call('governance.meetings', {});
  const meetingId = rows.find(({ items, state }) => state === 'planned' && items === 1)?.id ?? '';
  const [item] = (await room.secretary.call('governance.meeting', { meetingId })).items;
  expect((await applicant.view()).state).toBe('awaitingMeeting');
  await room.secretary.call('governance.removeItem', { meetingId, itemId: item?.id ?? '', version: item?.version ?? 0 });
  await world.settle();
  expect(await applicant.view()).toMatchObject({ state: 'awaitingMeeting', meeting: null });
});

test('a member recommends, and their number is known again in either case', async () => {
  const sponsor = await submitted();
  await review({ liaison, second }, sponsor.id);
  await room.decide(await room.schedule([sponsor.id]), 'approve');
  const { memberNumber } = await sponsor.phone.call('membership.myCertificate', {});
  const friend = await world.applicant('o-friend', { purpose: { recommender: ` ${memberNumber.toLowerCase()} ` } });
  expect(await friend.submit()).toMatchObject({ state: 'submitted' });
  const stored = world.cloud.emulator.database.documents('applications').find(({ _id }) => _id === friend.id);
  expect(stored?.recommender).toMatchObject({ member: expect.any(String), account: expect.any(String) });
});
