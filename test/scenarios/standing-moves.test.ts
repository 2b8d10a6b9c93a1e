import { dayOf } from '../../shared/dates';
import type { Phone } from '../support/cloud';
import { uploadPhoto } from '../support/membership/photo';
import { type Enrolled, enrolMembers, grounds, seen, stored, verified } from '../support/membership/standing';
import { uploadPaper } from '../support/membership/unit';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let fresh: Enrolled[];
let unit: Enrolled;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
  fresh = [...(await enrolMembers(world, 12))];
  [unit] = (await enrolMembers(world, 1, { kind: 'unit' })) as [Enrolled];
});
afterAll(() => world.close());

const member = (): Enrolled => fresh.pop() as Enrolled;
const kinds = async (phone: Phone) => (await phone.call('account.inbox', {})).rows.map(({ kind }) => kind);
const lines = async (kind: string) =>
  (await officer.call('account.workbench', {})).rows.filter((row) => row.kind === kind).map(({ reference }) => reference);
const day = 24 * 3600 * 1000;

test('a warned member keeps their rights, reads why, and the public page says nothing of it', async () => {
  const who = member();
  await officer.call('membership.warnMember', { ...seen(world, who.id), ...grounds });
  const standing = await who.phone.call('membership.myStanding', {});
  expect(standing).toMatchObject({ standing: 'warned', can: { resign: true } });
  expect(standing.history.at(-1)).toMatchObject({ standing: 'warned', ...grounds, by: '会员联络部' });
  expect(await verified(world, who.token)).toMatchObject({ status: 'inForce', certificate: { standing: 'active' } });
  expect((await verified(world, who.token)).certificate?.history).toHaveLength(1);
  expect(await kinds(who.phone)).toEqual(['memberWarned']);
  await officer.call('membership.liftWarning', { ...seen(world, who.id), ...grounds });
  expect(stored(world, who.id).standing).toBe('active');
});

test('a move planned for a later day is made on that day, exactly once', async () => {
  const who = member();
  const effectiveOn = dayOf(world.cloud.emulator.clock.now() + 3 * day);
  const planned = await officer.call('membership.warnMember', { ...seen(world, who.id), ...grounds, effectiveOn });
  expect(planned).toMatchObject({ standing: 'active', plannedFor: `${dayOf(Date.parse(effectiveOn) - day)}T16:00:00.000Z` });
  await world.cloud.emulator.timers.fire('jobs', 'makePlannedMoves');
  expect(stored(world, who.id).standing).toBe('active');
  await world.cloud.emulator.clock.advance(3 * day);
  await world.cloud.emulator.timers.fire('jobs', 'makePlannedMoves');
  await world.cloud.emulator.timers.fire('jobs', 'makePlannedMoves');
  await world.settle();
  const standing = await who.phone.call('membership.myStanding', {});
  expect(standing.history.map((entry) => entry.standing)).toEqual(['active', 'warned']);
  expect(standing.history.at(-1)).toMatchObject({ effectiveAt: planned.plannedFor, reason: grounds.reason });
  expect(standing.planned).toBeNull();
  expect(await kinds(who.phone)).toEqual(['memberWarned']);
});

test('a day that is past, or too far away, is refused at its field', async () => {
  const who = member();
  const warn = (effectiveOn: string) =>
    officer.call('membership.warnMember', { ...seen(world, who.id), ...grounds, effectiveOn });
  await expect(warn('2020-01-01')).rejects.toMatchObject({ code: 'request.invalid', fields: { effectiveOn: 'date.past' } });
  await expect(warn('2099-01-01')).rejects.toMatchObject({ code: 'request.invalid', fields: { effectiveOn: 'date.tooFar' } });
});

describe('a resignation', () => {
  let who: Enrolled;
  beforeAll(async () => {
    who = member();
    await who.phone.call('membership.resign', { memberId: who.id, reason: '移居外地', dataChoice: 'erase' });
  });

  test('has effect at once: the certificate is void in the next call, and nobody had to approve', async () => {
    expect(await verified(world, who.token)).toMatchObject({
      status: 'notInForce',
      certificate: { standing: 'resigned', why: 'standing', history: [{ event: 'resigned' }, { event: 'issued' }] },
    });
  });

  test('ends the access as a member, while the record stays to be read', async () => {
    expect((await who.phone.call('account.me', {})).member).toBeNull();
    expect(await who.phone.call('membership.myStanding', {})).toMatchObject({ standing: 'resigned', can: { resign: false } });
  });

  test('given twice is one resignation with the same answer', async () => {
    const again = await who.phone.call('membership.resign', { memberId: who.id, dataChoice: 'keep' });
    expect(again).toMatchObject({ memberId: who.id, dataChoice: 'erase' });
    expect((await who.phone.call('membership.myStanding', {})).history).toHaveLength(2);
  });

  test('is told to the member and to staff, who settle what it asks of them', async () => {
    expect(await kinds(who.phone)).toEqual(['memberResigned']);
    expect(await lines('settleResignation')).toEqual([who.number]);
    await officer.call('membership.settleResignation', seen(world, who.id));
    await world.settle();
    expect(await lines('settleResignation')).toEqual([]);
    await expect(officer.call('membership.settleResignation', seen(world, who.id))).rejects.toMatchObject({
      code: 'wrongStatus',
    });
  });

  test('frees the identity number: the same person applies again, under the same number of their papers', async () => {
    const again = await world.applicant(who.phone.openid, { identity: { idNumber: who.idNumber, birthDate: birthOf(who) } });
    expect((await again.submit()).state).toBe('submitted');
  });

  test('of a unit is given by its representative, and by nobody else', async () => {
    await expect(member().phone.call('membership.resign', { memberId: unit.id, dataChoice: 'keep' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await unit.phone.call('membership.resign', { memberId: unit.id, dataChoice: 'keep' });
    expect(stored(world, unit.id).standing).toBe('resigned');
    expect((await unit.phone.call('account.me', {})).capacities.map(({ key }) => key)).not.toContain(`unit:${unit.id}`);
    expect(await unit.phone.call('membership.myStanding', { memberId: unit.id })).toMatchObject({ standing: 'resigned' });
  });
});

const birthOf = ({ idNumber }: Enrolled) => `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

test('after a recorded death the certificate is void, the record closed, and nothing is sent to the account', async () => {
  const who = member();
  await expect(
    officer.call('membership.recordDeath', { ...seen(world, who.id), diedOn: '2099-01-01', evidence: '死亡医学证明' }),
  ).rejects.toMatchObject({ fields: { diedOn: 'date.future' } });
  await officer.call('membership.recordDeath', { ...seen(world, who.id), diedOn: '2026-11-01', evidence: '死亡医学证明' });
  await world.settle();
  expect(await verified(world, who.token)).toMatchObject({ status: 'notInForce', certificate: { standing: 'deceased' } });
  expect(await kinds(who.phone)).toEqual([]);
  await expect(who.phone.call('membership.myStanding', {})).rejects.toMatchObject({ code: 'notFound' });
  const account = world.cloud.emulator.database.documents('accounts').find(({ _id }) => _id === who.account);
  expect(account).toMatchObject({ silent: true });
});

test('a member who goes over to another federation is no longer one here', async () => {
  const who = member();
  await officer.call('membership.transferOut', { ...seen(world, who.id), ...grounds, to: '浙江省慈善联合总会' });
  expect((await who.phone.call('membership.myStanding', {})).history.at(-1)).toMatchObject({
    standing: 'transferred',
    reason: `转往浙江省慈善联合总会：${grounds.reason}`,
  });
  expect((await verified(world, who.token)).status).toBe('notInForce');
});

test('a move that the standing does not know is refused with those it knows', async () => {
  const who = member();
  await expect(officer.call('membership.liftWarning', { ...seen(world, who.id), ...grounds })).rejects.toMatchObject({
    code: 'wrongStatus',
    fields: { standing: 'active', possible: 'warn transferOut resign recordDeath' },
  });
});

test('staff see history, reminders and reasons of a member on one page', async () => {
  const who = member();
  const reminder = { channel: 'phone', text: '请确认会员信息', evidence: '通话登记第 3 号' } as const;
  await officer.call('membership.remindMember', { ...seen(world, who.id), ...reminder });
  const view = await officer.call('membership.member', { memberId: who.id });
  expect(view.reminders).toMatchObject([{ ...reminder, by: '工作人员officer', fileUrl: null }]);
  expect(await kinds(who.phone)).toEqual(['memberReminded']);
});

describe('a file of the evidence', () => {
  let who: Enrolled;
  const reminder = { channel: 'letter', text: '请确认会员信息', evidence: '挂号信 XA123' } as const;
  const remind = (file?: string) =>
    officer.call('membership.remindMember', { ...seen(world, who.id), ...reminder, ...(file ? { file } : {}) });
  beforeAll(() => {
    who = member();
  });

  test('is asked for where the rule says so, and is the officer’s own picture or PDF', async () => {
    await expect(remind()).rejects.toMatchObject({ code: 'request.invalid', fields: { file: 'required' } });
    const theirs = await uploadPaper(world.cloud, who.phone);
    await expect(remind(theirs)).rejects.toMatchObject({ code: 'file.refused', fields: { file: 'file.owner' } });
    const page = await uploadPaper(world.cloud, officer, Buffer.from('<html></html>'));
    await expect(remind(page)).rejects.toMatchObject({ code: 'file.refused', fields: { file: 'document.kind' } });
    expect((await officer.call('membership.member', { memberId: who.id })).reminders).toEqual([]);
  });

  test('is seen by the member and by staff of their city for a short while, and by nobody else', async () => {
    const file = await uploadPaper(world.cloud, officer);
    await remind(file);
    const [shown] = (await officer.call('membership.member', { memberId: who.id })).reminders;
    expect((await fetch(shown?.fileUrl ?? '')).status).toBe(200);
    const [own] = (await who.phone.call('membership.myStanding', {})).reminders;
    expect((await fetch(own?.fileUrl ?? '')).status).toBe(200);
    const suzhou = await world.staff('o-suzhou', 'cityOfficer', '320500');
    for (const stranger of [suzhou, unit.phone])
      await expect(stranger.call('membership.member', { memberId: who.id })).rejects.toMatchObject({
        code: stranger === suzhou ? 'notFound' : 'auth.forbidden',
      });
    await expect(unit.phone.call('membership.myStanding', { memberId: who.id })).rejects.toMatchObject({ code: 'notFound' });
    // Where it lies is sealed with the rest: the database names no file.
    expect(JSON.stringify(world.cloud.emulator.database.documents('members'))).not.toContain(file);
    await world.cloud.emulator.clock.advance(3 * 3600 * 1000);
    expect((await fetch(shown?.fileUrl ?? '')).status).not.toBe(200);
  });

  test('of a death stands at that entry of the history', async () => {
    const file = await uploadPhoto(world.cloud, officer);
    const diedOn = dayOf(world.cloud.emulator.clock.now());
    await officer.call('membership.recordDeath', { ...seen(world, who.id), diedOn, evidence: '死亡医学证明', file });
    const { standingHistory } = await officer.call('membership.member', { memberId: who.id });
    expect(standingHistory.map(({ standing, fileUrl }) => [standing, fileUrl !== null])).toEqual([
      ['deceased', true],
      ['active', false],
    ]);
  });
});
