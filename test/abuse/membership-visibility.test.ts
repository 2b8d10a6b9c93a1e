import type { Permission } from '../../shared/access/permissions';
import type { Role } from '../../shared/access/roles';
import { roles } from '../../shared/access/roles';
import type { Input } from '../../shared/endpoints';
import type { Phone, Refusal } from '../support/cloud';
import { type Enrolled, enrolMembers, stored } from '../support/membership/standing';
import { type Applicant, openWorld, review, seenBy, type World } from '../support/membership/world';

const states = ['submitted', 'underReview', 'returned', 'awaitingSecondReview', 'awaitingMeeting', 'onAgenda'] as const;
const cities = ['320100', '320200', '320500'] as const;
type City = (typeof cities)[number];
/** What an application waits for in each state, as a permission whose holders find it in their workbench. */
const queues: Readonly<Record<string, Permission>> = {
  submitted: 'application.review',
  underReview: 'application.review',
  assigned: 'application.review',
  awaitingMeeting: 'meeting.manage',
};

interface Viewer {
  readonly phone: Phone;
  readonly role: Role;
  readonly cities: readonly string[];
}

let world: World;
const viewers: Viewer[] = [];
/** `city` is the one that is responsible now. */
const applications: { readonly applicant: Applicant; readonly reference: string; readonly city: City; readonly state: string }[] =
  [];
const members: { readonly member: Enrolled; readonly city: City }[] = [];

beforeAll(async () => {
  world = await openWorld();
  for (const role of Object.keys(roles) as Role[]) {
    if (role === 'member' || role === 'cityOfficer') continue;
    viewers.push({ phone: await world.staff(`o-${role}`, role), role, cities });
  }
  const oneCity = await world.staff('o-one-city', 'cityOfficer', '320100');
  viewers.push({ phone: oneCity, role: 'cityOfficer', cities: ['320100'] });
  await world.staff('o-two-cities', 'cityOfficer', '320100');
  viewers.push({
    phone: await world.staff('o-two-cities', 'cityOfficer', '320500'),
    role: 'cityOfficer',
    cities: ['320100', '320500'],
  });
  for (const [index, city] of cities.entries()) {
    for (const state of ['draft', 'withdrawn', ...Object.keys(queues)]) await application(city, state);
    await member(city, city);
    await member(cities[(index + 1) % cities.length] ?? city, city);
  }
  await world.settle();
});
afterAll(() => world.close());

/** An application that a city is responsible for; where it was assigned, the applicant lives in another. */
async function application(city: City, state: string): Promise<void> {
  const lives = state === 'assigned' ? (cities[(cities.indexOf(city) + 1) % cities.length] ?? city) : city;
  const applicant = await world.applicant(`o-${city}-${state}`, { contact: { city: lives } });
  const { reference } = await applicant.view();
  applications.push({ applicant, reference, city, state });
  if (state === 'draft') return;
  const { version } = await applicant.submit();
  const { id: applicationId } = applicant;
  const [liaison, second] = [world.cloud.phone('o-liaisonOfficer'), world.cloud.phone('o-secondReviewer')];
  if (state === 'withdrawn') await applicant.phone.call('membership.withdrawApplication', { applicationId, version });
  if (state === 'underReview') await liaison.call('membership.acceptApplication', await seenBy(liaison, applicationId));
  if (state === 'awaitingMeeting') await review({ liaison, second }, applicationId);
  if (state === 'assigned')
    await liaison.call('membership.assignCity', { ...(await seenBy(liaison, applicationId)), city, reason: '工作在那里' });
}

/** A member who moved from one city to another (or stayed), and who waits for a change of theirs to be looked at. */
async function member(from: City, city: City): Promise<void> {
  const [enrolled] = (await enrolMembers(world, 1, { city: from })) as [Enrolled];
  const ask = async (field: string, value: string) => {
    const { version } = stored(world, enrolled.id);
    const input = { memberId: enrolled.id, version, changes: [{ field, value }] };
    const { request } = await enrolled.phone.call('membership.requestChange', input);
    return { changeId: request?.id ?? '', version: 1 };
  };
  if (from !== city) {
    const decision = { ...(await ask('contact.city', city)), decision: 'approve' } as const;
    await world.cloud.phone('o-liaisonOfficer').call('membership.decideChange', decision);
  }
  await ask('identity.gender', 'male');
  members.push({ member: enrolled, city });
}

const codeOf = (error: unknown) => (error as Refusal).code;
const may = ({ role }: Viewer, permission: Permission) => (roles[role].permissions as readonly string[]).includes(permission);
const seen = (call: Promise<unknown>) => call.then(() => 'seen', codeOf);
/** What somebody sees of a record when they may see its kind at all, and the record. */
const verdict = (permitted: boolean, sees: boolean) => (sees ? 'seen' : permitted ? 'notFound' : 'auth.forbidden');

/** Ids in all pages of a list, or the code of the refusal. */
async function idsIn(
  load: (cursor?: { readonly cursor: string }) => Promise<{ rows: { readonly id: string }[]; next: string | null }>,
): Promise<readonly string[] | string> {
  try {
    const found: string[] = [];
    for (let page = await load(); ; page = await load({ cursor: page.next })) {
      found.push(...page.rows.map(({ id }) => id));
      if (page.next === null) return found;
    }
  } catch (error) {
    return codeOf(error);
  }
}

/** Every open line that a person finds in their workbench. */
async function linesOf(phone: Phone) {
  const first = await phone.call('account.workbench', {});
  const second = first.next === null ? { rows: [] } : await phone.call('account.workbench', { cursor: first.next });
  return [...first.rows, ...second.rows];
}

test('lists, single read and the rules of roles agree for every role, city and application', async () => {
  for (const viewer of viewers) {
    const { phone } = viewer;
    const permitted = may(viewer, 'application.read');
    const lists = await Promise.all(
      states.map((state) => idsIn((cursor) => phone.call('membership.applications', { state, ...cursor }))),
    );
    if (!permitted) expect([phone.openid, ...new Set(lists)]).toEqual([phone.openid, 'auth.forbidden']);
    for (const { applicant, city, state } of applications) {
      const sees = permitted && state !== 'draft' && viewer.cities.includes(city);
      const read = await seen(phone.call('membership.reviewApplication', { applicationId: applicant.id }));
      const what = `${phone.openid} ${city} ${state}`;
      expect([what, read]).toEqual([what, verdict(permitted, sees)]);
      if (permitted) expect([what, lists.flat().includes(applicant.id)]).toEqual([what, sees && state !== 'withdrawn']);
    }
  }
});

test('list, list of a city, search, single read and the rules of roles agree for every role, city and member', async () => {
  for (const viewer of viewers) {
    const { phone } = viewer;
    const permitted = may(viewer, 'member.read');
    const listed = (input: Input<'membership.members'>) =>
      idsIn((cursor) => phone.call('membership.members', { ...input, ...cursor }));
    const all = await listed({});
    const perCity = new Map<string, Awaited<ReturnType<typeof listed>>>();
    for (const city of cities) perCity.set(city, await listed({ city }));
    if (!permitted) expect([phone.openid, all, ...perCity.values()]).toEqual([phone.openid, ...Array(4).fill('auth.forbidden')]);
    for (const { member: each, city } of members) {
      const sees = permitted && viewer.cities.includes(city);
      const what = `${phone.openid} ${city} ${each.number}`;
      const read = await seen(phone.call('membership.member', { memberId: each.id }));
      expect([what, read]).toEqual([what, verdict(permitted, sees)]);
      if (!permitted) continue;
      const found = await listed({ text: each.number });
      const places = [all, perCity.get(city) ?? '', found].map((ids) => ids.includes(each.id));
      expect([what, ...places]).toEqual([what, sees, sees, sees]);
      const elsewhere = cities.filter((other) => other !== city).some((other) => perCity.get(other)?.includes(each.id));
      expect([what, elsewhere]).toEqual([what, false]);
    }
  }
});

test('the workbench holds a line about a record for those who may see it and do what it waits for, and for nobody else', async () => {
  for (const viewer of viewers) {
    const lines = await linesOf(viewer.phone);
    for (const { reference, city, state } of applications) {
      const queue = queues[state];
      const expected = queue !== undefined && may(viewer, queue) && viewer.cities.includes(city);
      const what = `${viewer.phone.openid} ${city} ${state}`;
      expect([what, lines.some((line) => line.reference === reference)]).toEqual([what, expected]);
    }
    const changes = lines.filter(({ kind }) => kind === 'decideChange').map(({ id }) => id);
    const theirs = members.filter(({ city }) => may(viewer, 'member.manage') && viewer.cities.includes(city));
    expect([viewer.phone.openid, changes.length]).toEqual([viewer.phone.openid, theirs.length]);
    for (const { member: each } of theirs) {
      const { due } = await viewer.phone.call('membership.member', { memberId: each.id });
      expect(changes).toEqual(expect.arrayContaining(due.map(({ id }) => id)));
      expect(due).toHaveLength(1);
    }
  }
});

test('an officer of two cities pages through both in the order of submission', async () => {
  const phone = world.cloud.phone('o-two-cities');
  for (let order = 0; order < 23; order += 1) {
    const applicant = await world.applicant(`o-many-${order}`, { contact: { city: order % 2 ? '320100' : '320500' } });
    await applicant.submit();
  }
  const first = await phone.call('membership.applications', { state: 'submitted' });
  expect(first.rows).toHaveLength(20);
  const rest = await phone.call('membership.applications', { state: 'submitted', cursor: first.next ?? '' });
  expect(rest.next).toBeNull();
  const rows = [...first.rows, ...rest.rows];
  expect(new Set(rows.map(({ id }) => id)).size).toBe(27);
  expect(rows.map(({ submittedAt }) => submittedAt)).toEqual(rows.map(({ submittedAt }) => submittedAt).sort());
  const foreign = world.cloud
    .phone('o-one-city')
    .call('membership.applications', { state: 'submitted', cursor: first.next ?? '' });
  await expect(foreign).rejects.toMatchObject({ code: 'request.invalid' });
});
