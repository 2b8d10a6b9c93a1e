import { environment } from '../../config/environment';
import { verify } from '../../scripts/audit/verify';
import { demoPeople, seedDemo } from '../../scripts/demo';
import { actAs } from '../../scripts/demo/acting';
import { cityCodes } from '../../shared/cities';
import { dayOf } from '../../shared/dates';
import { unitCategories } from '../../shared/membership/categories';
import type { DraftForm } from '../../shared/membership/form';
import { applicationStates } from '../../shared/membership/lifecycle';
import { openProblems } from '../../shared/membership/progress';
import { startCloud, type TestCloud } from '../support/cloud';

let cloud: TestCloud;
const as = (openid: string) => actAs(cloud.emulator, `demo-${openid}`);
const documents = (collection: string) => cloud.emulator.database.documents(collection);

beforeAll(async () => {
  cloud = await startCloud();
  await seedDemo(cloud.emulator);
}, 180_000);
afterAll(() => cloud?.close());

test('has about forty members, units and applicants over the thirteen cities, and applications in every state', () => {
  const people = [...documents('members'), ...documents('applications').filter(({ member }) => member === undefined)];
  expect(people.length).toBeGreaterThanOrEqual(36);
  expect(new Set(documents('members').map(({ kind }) => kind))).toEqual(new Set(['individual', 'unit']));
  expect(new Set(documents('members').map(({ city }) => city))).toEqual(new Set(cityCodes));
  expect(new Set(documents('applications').map(({ state }) => state))).toEqual(new Set(applicationStates));
});

test('numbers its members without gaps, each year and kind from 1', () => {
  const series = new Map<string, number[]>();
  for (const { number } of documents('members')) {
    const [, kind, year, sequence] = String(number).split('-');
    series.set(`${kind}-${year}`, [...(series.get(`${kind}-${year}`) ?? []), Number(sequence)]);
  }
  for (const given of series.values()) expect(given.sort((a, b) => a - b)).toEqual(given.map((_, index) => index + 1));
});

test('has one meeting held and one to come, with the count of the year going on', async () => {
  const { rows } = await as('secretary').call('governance.meetings', {});
  expect(rows.map(({ title, state, items }) => ({ title: title.slice(-5), state, items }))).toEqual([
    { title: '11次会议', state: 'planned', items: 5 },
    { title: '10次会议', state: 'closed', items: 8 },
  ]);
  const held = await as('president').call('governance.meeting', { meetingId: rows[1]?.id ?? '' });
  expect(held.items.filter(({ outcome }) => outcome === 'passed')).toHaveLength(6);
  expect(held.items[0]?.votes.map(({ by }) => by)).toContain('secretary');
  expect(held.quorum).toMatchObject({ seats: 9, present: 7, needed: 5, reached: true });
});

test.each(demoPeople.map(({ openid, name }) => [openid, name]))(
  'lets %s (%s) open home, account, inbox and workbench',
  async (openid) => {
    const person = actAs(cloud.emulator, openid);
    await person.call('account.home', {});
    await person.call('account.me', {});
    await person.call('account.inbox', {});
    await person.call('account.workbench', {});
  },
);

test('shows each officer something to do, one of it overdue', async () => {
  const officer = await as('officer').call('account.workbench', {});
  expect(officer.counts.overdue).toBeGreaterThan(0);
  expect(officer.rows[0]?.title).toMatch(/^入会审查：/);
  const second = await as('second').call('account.workbench', {});
  // Their order depends on the day of the week.
  const kinds = ['confirmClaim', 'confirmClaim', 'decideChange', 'secondReview', 'secondReview'];
  expect(second.rows.map(({ kind }) => kind).sort()).toEqual(kinds);
  expect((await as('president').call('account.workbench', {})).rows.map(({ kind }) => kind)).toEqual(['vote']);
  expect((await as('secretary').call('account.workbench', {})).rows.map(({ kind }) => kind).sort()).toEqual([
    'runMeeting',
    'scheduleApplication',
    'scheduleApplication',
    'scheduleMeasure',
  ]);
});

test('has one person who is a member, represents two units and is an officer', async () => {
  const me = await as('many').call('account.me', {});
  expect(me.member).toMatchObject({ kind: 'individual', name: '柳多能' });
  expect(me.capacities.map(({ key }) => key.split(':')[0])).toEqual(['self', 'unit', 'unit', 'staff']);
});

test('has a seat that may only recuse itself at the coming meeting, because its holder recommended the applicant', async () => {
  const { rows } = await as('seat-4').call('governance.meetings', {});
  const meeting = await as('seat-4').call('governance.meeting', { meetingId: rows[0]?.id ?? '' });
  const [batch] = meeting.items.filter(({ kind }) => kind === 'admissionBatch');
  expect(batch).toMatchObject({ mustRecuse: false });
  expect(batch?.applications).toHaveLength(12);
  expect(batch?.applications.map(({ subject }) => subject)).toContain('谭月白');
  const single = meeting.items.filter(({ kind }) => kind === 'admission');
  expect(single.map(({ subject, mustRecuse }) => [subject, mustRecuse])).toEqual([
    ['江以南', true],
    ['康小满', false],
    ['孔静姝', false],
    // Was in the batch and is decided by itself.
    ['邵云帆', false],
  ]);
});

test('has an application that was corrected, a unit that is being looked up, and an appeal for who had no part in the review', async () => {
  const { rows } = await as('officer').call('membership.applications', { state: 'underReview' });
  const review = (applicant: string) => {
    const applicationId = rows.find(({ name }) => name === applicant)?.id ?? '';
    return as('officer').call('membership.reviewApplication', { applicationId });
  };
  expect((await review('阮听雨')).changes).toHaveLength(2);
  const looked = (await review('示例物流有限公司')).compliance;
  expect(looked.map(({ state }) => state)).toEqual(['current', 'current', 'missing']);
  expect((await as('third').call('account.workbench', {})).rows.map(({ kind }) => kind)).toContain('decideAppeal');
  expect((await as('second').call('account.workbench', {})).rows.map(({ kind }) => kind)).not.toContain('decideAppeal');
});

test('has units of every category in the register, each with a code that checks and a form with nothing open but its papers', async () => {
  const { rows } = await as('officer').call('membership.members', { kind: 'unit' });
  const units = await Promise.all(rows.map(({ id }) => as('officer').call('membership.member', { memberId: id })));
  expect(new Set(units.map(({ category }) => category))).toEqual(new Set(unitCategories));
  for (const { profile } of units) {
    const people = { ...profile.people, contactMobile: '15600000000', representativeMobile: '15600000000' };
    const problems = openProblems('unit', { ...profile, people } as DraftForm, dayOf(cloud.emulator.clock.now()));
    expect(Object.keys(problems).filter((field) => !field.startsWith('attachments.'))).toEqual([]);
  }
  expect(new Set(units.map(({ profile }) => profile.unit?.code)).size).toBe(units.length);
});

test('shows a unit of the register by its own data on every page', async () => {
  const { units } = await as('many').call('account.home', {});
  const [{ id: memberId, name } = { id: '', name: '' }] = units.filter((each) => each.name === '示例慈善基金会');
  const view = await as('many').call('membership.myMember', { memberId });
  const value = (field: string) => view?.details.find((each) => each.field === field)?.value;
  expect([view?.category, value('unit.name'), value('unit.legalRepresentative')]).toEqual(['socialOrganisation', name, '柳多能']);
  const certificate = await as('many').call('membership.myCertificate', { memberId });
  expect(certificate).toMatchObject({ kind: 'unit', name, photoUrl: null, why: null });
  const token = certificate.verifyUrl.split('/').at(-1) ?? '';
  const verified = await as('visitor').call('membership.verifyCertificate', { token });
  expect(verified.certificate).toMatchObject({ kind: 'unit', memberNumber: certificate.memberNumber });
});

test('has a member warned, one reminded, one whose suspension waits for a meeting, and a certificate issued anew', async () => {
  expect(documents('members').filter(({ standing }) => standing === 'warned')).toHaveLength(1);
  expect(documents('members').filter(({ reminders }) => reminders !== undefined)).toHaveLength(1);
  const { measures } = await as('seat-4').call('membership.myStanding', {});
  expect(measures).toMatchObject([{ kind: 'suspend', state: 'proposed' }]);
  expect(documents('certificates').length).toBe(documents('members').length + 1);
});

test('shows the new member a certificate, and the one not admitted a decision', async () => {
  const certificate = await as('applicant-19').call('membership.myCertificate', {});
  expect(certificate.name).toBe('林知夏');
  expect((await as('applicant-24').call('membership.myApplication', {}))?.state).toBe('rejected');
});

test('leaves a store that the audit verifies', async () => {
  process.env.JOURNAL_KEY = environment.JOURNAL_KEY.localOnly;
  const { database } = cloud.emulator;
  const verdict = await verify(database.collections, (name) => Promise.resolve(database.documents(name) as never));
  expect(verdict.findings).toEqual([]);
});

test('ends at the present, with nothing left undelivered', () => {
  expect(Math.abs(cloud.emulator.clock.now() - Date.now())).toBeLessThan(120_000);
  expect(documents('journal').filter(({ state }) => state === 'pending')).toEqual([]);
});
