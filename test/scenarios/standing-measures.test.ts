import { callBudget, useCaseCosts } from '../../bench/use-case-cost';
import { dayOf } from '../../shared/dates';
import type { Phone } from '../support/cloud';
import { openRoom, type Room } from '../support/membership/meeting';
import {
  conclude,
  type Enrolled,
  enrolMembers,
  grounds,
  measure,
  schedule,
  seen,
  stored,
  verified,
} from '../support/membership/standing';
import { openWorld, review, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let room: Room;
let fresh: Enrolled[];
beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
  room = await openRoom(world);
  fresh = [...(await enrolMembers(world, 15))];
});
afterAll(() => world.close());

const member = (): Enrolled => fresh.pop() as Enrolled;
const day = 24 * 3600 * 1000;
type Kind = 'suspend' | 'expel' | 'deemResigned' | 'reinstate';
const propose = (who: Enrolled, kind: Kind, more: { until?: string } = {}) =>
  officer.call('membership.proposeMeasure', { ...seen(world, who.id), ...grounds, kind, ...more });
const decide = async (measureId: string, choice: 'approve' | 'against') => {
  await room.decide(await schedule(world, room, [measureId]), choice);
  await world.settle();
};
const kinds = async (phone: Phone) => (await phone.call('account.inbox', {})).rows.map(({ kind }) => kind);
const waiting = async () =>
  (await room.secretary.call('account.workbench', {})).rows
    .filter(({ kind }) => kind === 'scheduleMeasure')
    .map(({ reference }) => reference);

/** Closes a meeting and has its minutes written, checked by another, and published. */
async function publish(meetingId: string): Promise<void> {
  const { secretary } = room;
  const checker = await world.staff('o-second', 'secondReviewer');
  const { version } = await secretary.call('governance.meeting', { meetingId });
  await secretary.call('governance.closeMeeting', { meetingId, version });
  await secretary.call('governance.draftMinutes', { meetingId });
  const seenBy = async () => ({ meetingId, version: (await secretary.call('governance.minutes', { meetingId })).version });
  await secretary.call('governance.submitMinutes', await seenBy());
  await checker.call('governance.checkMinutes', await seenBy());
  await secretary.call('governance.publishMinutes', await seenBy());
  await world.settle();
}
const timelineOf = async (phone: Phone) => (await phone.call('membership.myMember', {}))?.timeline ?? [];

describe('a suspension', () => {
  let who: Enrolled;
  let proposed: Awaited<ReturnType<typeof propose>>;
  beforeAll(async () => {
    who = member();
    proposed = await propose(who, 'suspend', { until: dayOf(world.cloud.emulator.clock.now() + 90 * day) });
    await world.settle();
  });

  test('is proposed by staff, and changes nothing until a meeting has decided', async () => {
    expect(stored(world, who.id).standing).toBe('active');
    expect((await verified(world, who.token)).status).toBe('inForce');
    expect(await waiting()).toEqual([proposed.reference]);
  });

  test('is told to the member with the reason, who may answer', async () => {
    expect(await kinds(who.phone)).toEqual(['measureProposed']);
    const [shown] = (await who.phone.call('membership.myStanding', {})).measures;
    expect(shown).toMatchObject({ kind: 'suspend', state: 'proposed', ...grounds, can: { answer: true } });
    const answered = { measureId: proposed.measureId, version: proposed.version, answer: '当时在外地住院，有病历' };
    await who.phone.call('membership.answerMeasure', answered);
    const { measures } = await officer.call('membership.member', { memberId: who.id });
    expect(measures[0]?.answer).toBe(answered.answer);
    await expect(member().phone.call('membership.answerMeasure', { ...answered, version: 2 })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('cannot be proposed twice while it is under way', async () => {
    await expect(propose(who, 'suspend')).rejects.toMatchObject({ code: 'wrongStatus' });
  });

  test('follows from the decision: the certificate is void, reason and resolution are there to be read', async () => {
    await decide(proposed.measureId, 'approve');
    expect(stored(world, who.id).standing).toBe('suspended');
    expect(await verified(world, who.token)).toMatchObject({ status: 'notInForce', certificate: { standing: 'suspended' } });
    const standing = await who.phone.call('membership.myStanding', {});
    expect(standing.measures[0]).toMatchObject({
      state: 'decided',
      outcome: 'passed',
      resolution: expect.stringContaining('同意'),
    });
    expect(standing.planned?.action).toBe('endSuspension');
    expect([...(await kinds(who.phone))].sort()).toEqual([
      'measureDecided',
      'measureProposed',
      'measureScheduled',
      'memberSuspended',
    ]);
    expect(await waiting()).toEqual([]);
  });

  test('for a time ends by itself, once', async () => {
    await world.cloud.emulator.clock.advance(92 * day);
    await world.cloud.emulator.timers.fire('jobs', 'makePlannedMoves');
    await world.cloud.emulator.timers.fire('jobs', 'makePlannedMoves');
    await world.settle();
    expect(stored(world, who.id).standing).toBe('active');
    const { status, certificate } = await verified(world, who.token);
    expect(status).toBe('inForce');
    expect(certificate?.history.map(({ event }) => event)).toEqual(['reinstated', 'suspended', 'issued']);
  });
});

test('another date of the meeting is told to the member concerned', async () => {
  const who = member();
  const { measureId } = await propose(who, 'suspend');
  const meetingId = await schedule(world, room, [measureId]);
  const { version } = await room.secretary.call('governance.meeting', { meetingId });
  const at = new Date(world.cloud.emulator.clock.now() + 9 * day).toISOString();
  await room.secretary.call('governance.changeMeeting', { meetingId, version, at, reason: '主持人出差' });
  await world.settle();
  expect((await kinds(who.phone))[0]).toBe('measureRescheduled');
  const { measures } = await who.phone.call('membership.myStanding', {});
  expect(measures).toMatchObject([{ state: 'onAgenda', meeting: { at } }]);
});

test('what the meeting does not carry leaves the member as they were', async () => {
  const who = member();
  const { measureId } = await propose(who, 'expel');
  await decide(measureId, 'against');
  expect(stored(world, who.id).standing).toBe('active');
  expect(measure(world, measureId)).toMatchObject({ state: 'decided', decision: { outcome: 'notPassed' } });
});

test('a proposal taken back leaves the agenda, and another may be made', async () => {
  const who = member();
  const { measureId } = await propose(who, 'suspend');
  const meetingId = await schedule(world, room, [measureId]);
  const { version } = measure(world, measureId) as { version: number };
  await officer.call('membership.withdrawMeasure', { measureId, version, reason: '已改正' });
  await world.settle();
  const { items } = await room.secretary.call('governance.meeting', { meetingId });
  expect(items).toEqual([]);
  expect((await propose(who, 'suspend')).state).toBe('proposed');
});

describe('somebody expelled', () => {
  let who: Enrolled;
  beforeAll(async () => {
    who = member();
    await decide((await propose(who, 'expel')).measureId, 'approve');
  });

  test('has no access and no certificate, and cannot come back by a new application', async () => {
    expect(stored(world, who.id).standing).toBe('expelled');
    expect((await who.phone.call('account.me', {})).member).toBeNull();
    expect((await verified(world, who.token)).status).toBe('notInForce');
    const birthDate = who.idNumber.replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3');
    const again = await world.applicant(who.phone.openid, { identity: { idNumber: who.idNumber, birthDate } });
    await expect(again.submit()).rejects.toMatchObject({ code: 'identity.taken' });
  });

  test('is reinstated by a meeting only, no sooner than the rule says, with the old number', async () => {
    await expect(propose(who, 'reinstate')).rejects.toMatchObject({
      code: 'wrongStatus',
      message: expect.stringContaining('12'),
    });
    await world.cloud.emulator.clock.advance(370 * day);
    const { measureId } = await propose(who, 'reinstate');
    await decide(measureId, 'approve');
    expect(stored(world, who.id)).toMatchObject({ standing: 'active', number: who.number });
    expect((await who.phone.call('account.me', {})).member).toMatchObject({ standing: 'active' });
    expect((measure(world, measureId) as { rules?: unknown })?.rules).toEqual(['member.reinstatementMonths@1']);
  });
});

describe('deeming a member to have resigned', () => {
  let who: Enrolled;
  const remind = () =>
    officer.call('membership.remindMember', {
      ...seen(world, who.id),
      channel: 'phone',
      text: '请确认会员信息',
      evidence: '通话登记第 12 号',
    });

  test('takes a recorded reminder, and time to answer it', async () => {
    who = member();
    await expect(propose(who, 'deemResigned')).rejects.toMatchObject({ message: expect.stringContaining('先提醒') });
    await remind();
    await expect(propose(who, 'deemResigned')).rejects.toMatchObject({ message: expect.stringContaining('30 天') });
    await world.cloud.emulator.clock.advance(31 * day);
    // Reminded again: the first reminder still counts.
    await remind();
    const { measureId } = await propose(who, 'deemResigned');
    await decide(measureId, 'approve');
    expect(stored(world, who.id).standing).toBe('deemedResigned');
  });

  test('is not possible for somebody who was active within the time of the rule', async () => {
    who = member();
    await decide((await propose(who, 'suspend')).measureId, 'approve');
    await decide((await propose(who, 'reinstate')).measureId, 'approve');
    await remind();
    await world.cloud.emulator.clock.advance(31 * day);
    await expect(propose(who, 'deemResigned')).rejects.toMatchObject({ message: expect.stringContaining('12 个月') });
  });
});

describe('a member who was reminded and confirms their data with one tap', () => {
  let who: Enrolled;
  const remind = () =>
    officer.call('membership.remindMember', {
      ...seen(world, who.id),
      channel: 'visit',
      text: '请确认会员信息',
      evidence: '走访登记第 2 号',
    });
  const confirm = () => who.phone.call('membership.confirmDetails', seen(world, who.id));
  beforeEach(async () => {
    who = member();
    await remind();
    await world.cloud.emulator.clock.advance(31 * day);
  });

  test('has been active: nobody proposes to deem them resigned', async () => {
    await confirm();
    await expect(propose(who, 'deemResigned')).rejects.toMatchObject({ message: expect.stringContaining('12 个月') });
  });

  test('ends a proposal that was made before, and it leaves the agenda', async () => {
    const { measureId } = await propose(who, 'deemResigned');
    const meetingId = await schedule(world, room, [measureId]);
    await confirm();
    await world.settle();
    expect(measure(world, measureId)?.state).toBe('lapsed');
    expect((await room.secretary.call('governance.meeting', { meetingId })).items).toEqual([]);
    expect(stored(world, who.id).standing).toBe('active');
  });

  test('is not deemed resigned by a decision that had not heard of it, and is heard without a consent taken back', async () => {
    const { measureId, version } = await propose(who, 'deemResigned');
    await who.phone.call('account.withdrawConsent', { key: 'processing', endApplication: false });
    await expect(confirm()).rejects.toMatchObject({ code: 'consent.required' });
    await who.phone.call('membership.answerMeasure', { measureId, version, answer: '我一直在' });
    expect(measure(world, measureId)?.state).toBe('proposed');
    await who.phone.call('account.giveConsent', { key: 'processing', version: 1 });
    // The news of the confirmation has not arrived yet when the decision is carried out.
    const { faults } = world.cloud.emulator;
    const late = faults.add({
      match: { service: 'database', collection: 'measures', endpoint: 'membership.confirmDetails' },
      effect: { kind: 'fail' },
    });
    await confirm();
    await conclude(world, measureId, 'passed');
    late.remove();
    await world.settle();
    expect(measure(world, measureId)?.state).toBe('lapsed');
    expect(stored(world, who.id).standing).toBe('active');
  });
});

test('whoever has resigned is admitted anew with a new number, and the old one is never given again', async () => {
  const who = member();
  await who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' });
  const birthDate = who.idNumber.replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3');
  const again = await world.applicant(who.phone.openid, { identity: { idNumber: who.idNumber, birthDate } });
  await again.submit();
  await review({ liaison: officer, second: await world.staff('o-second', 'secondReviewer') }, again.id);
  const meetingId = await room.schedule([again.id]);
  await room.decide(meetingId, 'approve');
  await world.settle();
  expect((await timelineOf(who.phone)).map(({ kind }) => kind)).not.toContain('minutes');
  await publish(meetingId);
  expect((await timelineOf(who.phone))[0]).toMatchObject({ kind: 'minutes', facts: { meeting: meetingId } });
  const { memberNumber, verifyUrl } = await who.phone.call('membership.myCertificate', {});
  expect(memberNumber).not.toBe(who.number);
  expect((await verified(world, verifyUrl.split('/v/')[1] ?? '')).status).toBe('inForce');
  expect(await verified(world, who.token)).toMatchObject({ status: 'notInForce', certificate: { memberNumber: who.number } });
});

test('the secretary finds what is proposed, puts it on the agenda and has it decided: the certificate is not in force', async () => {
  const who = member();
  const { measureId, reference } = await propose(who, 'suspend');
  const listed = async (phone: Phone, state: 'proposed' | 'onAgenda' = 'proposed') =>
    (await phone.call('membership.measures', { state })).rows.filter(({ id }) => id === measureId);
  await expect(listed(who.phone)).rejects.toMatchObject({ code: 'auth.forbidden' });
  expect(await listed(await world.staff('o-suzhou', 'cityOfficer', '320500'))).toEqual([]);
  expect(await listed(await world.staff('o-nanjing', 'cityOfficer', '320100'))).toHaveLength(1);
  const [found] = await listed(room.secretary);
  expect(found).toMatchObject({ reference, kind: 'suspend', memberId: who.id, name: expect.stringMatching(/^册示/) });
  const meetingId = await schedule(world, room, [found?.id ?? '']);
  expect(await listed(room.secretary)).toEqual([]);
  expect(await listed(room.secretary, 'onAgenda')).toHaveLength(1);
  await room.decide(meetingId, 'approve');
  await world.settle();
  expect(await listed(room.secretary, 'onAgenda')).toEqual([]);
  expect(stored(world, who.id).standing).toBe('suspended');
  expect((await verified(world, who.token)).status).toBe('notInForce');
  await publish(meetingId);
  const told = (await timelineOf(who.phone)).slice(0, 4).map(({ kind, facts }) => [kind, facts.reference ?? facts.meeting ?? '']);
  expect(told).toEqual(
    expect.arrayContaining([
      ['minutes', meetingId],
      ['measureDecided', reference],
      ['measureProposed', reference],
    ]),
  );
  const log = world.cloud.emulator.functionLog.entries.filter(({ endpoint }) => endpoint === 'membership.measures');
  const [cost] = useCaseCosts(log);
  expect(cost && cost.database <= callBudget(cost) && cost.excess).toBe(0);
});

test('a body that the rule does not name decides no measure', async () => {
  const { measureId } = await propose(member(), 'suspend');
  const at = new Date(world.cloud.emulator.clock.now() + day).toISOString();
  world.cloud.emulator.database.bulkLoad('bodies', [
    { _id: 'congress', version: 1, body: 'congress', term: 5, seats: [{ seat: 'seat-1', title: '代表', holder: null }] },
  ]);
  const { id: meetingId, version } = await room.secretary.call('governance.planMeeting', { body: 'congress', at, place: '礼堂' });
  await expect(
    room.secretary.call('governance.addItems', { meetingId, version, applicationIds: [], measureIds: [measureId] }),
  ).rejects.toMatchObject({ code: 'wrongStatus' });
});

test('the member concerned, being staff, neither proposes nor decides about themself', async () => {
  const who = member();
  const phone = await world.staff(who.phone.openid, 'liaisonOfficer');
  await expect(
    phone.call('membership.proposeMeasure', { ...seen(world, who.id), ...grounds, kind: 'expel' }),
  ).rejects.toMatchObject({ code: 'auth.conflictOfInterest' });
  const { measureId } = await propose(who, 'expel');
  const meetingId = await schedule(world, room, [measureId]);
  const item = world.cloud.emulator.database.documents('agendaItems').find((each) => each.measureId === measureId);
  expect(item).toMatchObject({ meetingId, parties: [who.account] });
});
