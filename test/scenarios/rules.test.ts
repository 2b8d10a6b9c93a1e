import { dayOf, endOfWorkingDay } from '../../shared/dates';
import { calendar } from '../../shared/rules/calendar';
import { openWorld, type World } from '../support/membership/world';

let world: World;
const day = 24 * 3600_000;
const clock = () => world.cloud.emulator.clock;
const dayFromNow = (days: number) => dayOf(clock().now() + days * day);
const administrator = (number = 1) => world.cloud.phone(number === 1 ? 'o-administrator' : 'o-administrator-2');

beforeAll(async () => {
  world = await openWorld();
  await world.staff('o-administrator-2', 'administrator');
});
afterAll(() => world?.close());

/** Proposes by the first administrator, approves by the second. */
async function changed(key: string, value: unknown, effectiveFrom: string) {
  const parts = { key, value, effectiveFrom, source: '会员管理暂行办法', note: '按新办法' };
  const { id: proposalId } = await administrator().call('rules.proposeRule', parts);
  return administrator(2).call('rules.approveProposal', { proposalId });
}
const history = async (key: string) => administrator().call('rules.rule', { key });

test('a changed rule holds from its first day on: an application handed in before keeps the time it was given', async () => {
  await changed('review.workingDays', 3, dayFromNow(2));
  const before = await (await world.applicant('o-before')).submit();
  const given = (steps: typeof before.steps) => steps.find(({ step }) => step === 'review')?.expected;
  expect(given(before.steps)).toBe(endOfWorkingDay(clock().now(), 10, calendar.value).toISOString());
  await clock().advance(2 * day);
  const after = await (await world.applicant('o-after')).submit();
  expect(given(after.steps)).toBe(endOfWorkingDay(clock().now(), 3, calendar.value).toISOString());
});

test('a day that the calendar makes a holiday is no working day from the day on that this is approved', async () => {
  const known = calendar.value[0];
  if (!known) throw new Error('no year is known');
  const free = [3, 4, 5].map((days) => dayFromNow(days));
  const year = { ...known, holidays: [...known.holidays, ...free].sort() };
  await changed('calendar', [year], dayFromNow(1));
  await clock().advance(day);
  const { steps } = await (await world.applicant('o-holiday')).submit();
  const expected = steps.find(({ step }) => step === 'review')?.expected ?? '';
  expect(expected).toBe(endOfWorkingDay(clock().now(), 3, [year]).toISOString());
  expect(expected).not.toBe(endOfWorkingDay(clock().now(), 3, calendar.value).toISOString());
});

test('the age for applying online is the one in force', async () => {
  const born = `${Number(dayFromNow(0).slice(0, 4)) - 15}-01-15`;
  const child = await world.applicant('o-child', { identity: { idType: 'passport', idNumber: 'E12345678', birthDate: born } });
  await changed('application.onlineAge', 16, dayFromNow(1));
  await clock().advance(day);
  // The phone goes by what it is answered, not by what it was delivered with.
  expect(await child.view()).toMatchObject({ terms: { onlineAge: 16, draftDays: 90 }, progress: { identity: 'started' } });
  await expect(child.submit()).rejects.toMatchObject({ fields: { 'identity.birthDate': 'age.assistedOnly' } });
});

test('versions are numbered without gaps, each with its source and first day, whatever was rejected between them', async () => {
  const key = 'application.reapplicationDays';
  await changed(key, 60, dayFromNow(2));
  const { id: proposalId } = await administrator().call('rules.proposeRule', {
    key,
    value: 30,
    effectiveFrom: dayFromNow(3),
    source: '意见',
    note: '更短',
  });
  await administrator(2).call('rules.rejectProposal', { proposalId, reason: '太短' });
  await changed(key, 120, dayFromNow(4));
  const { versions, inForce } = await history(key);
  expect(versions.map(({ version, value }) => [version, value])).toEqual([
    [3, 120],
    [2, 60],
    [1, 90],
  ]);
  expect(inForce).toMatchObject({ version: 1, value: 90 });
  expect((await administrator().call('rules.rules', { group: 'entry' })).rows.find((row) => row.key === key)).toMatchObject({
    inForce: { version: 1 },
    next: { version: 2, effectiveFrom: dayFromNow(2) },
    versions: 3,
  });
});

test('a change is not put before one that is approved already', async () => {
  await changed('application.appealDays', 40, dayFromNow(9));
  await expect(changed('application.appealDays', 50, dayFromNow(8))).rejects.toMatchObject({
    fields: { effectiveFrom: 'date.beforeLatest' },
  });
});

test('phrases for reasons are those in force', async () => {
  await changed('templates.return', ['请补一份盖章的申请表。'], dayFromNow(1));
  const officer = await world.staff('o-liaison', 'liaisonOfficer');
  const read = async () => (await officer.call('rules.reasonTemplates', {})).templates.return;
  expect(await read()).not.toContain('请补一份盖章的申请表。');
  await clock().advance(day);
  expect(await read()).toEqual(['请补一份盖章的申请表。']);
});

test('staff are warned when the holidays of a year in which deadlines fall are not entered', async () => {
  const yearMissing = async () => (await administrator().call('rules.rules', { group: 'calendar' })).yearMissing;
  expect(await yearMissing()).toBe(null);
  await clock().set(Date.parse('2026-12-31T02:00:00Z'));
  expect(await yearMissing()).toBe(2027);
});
