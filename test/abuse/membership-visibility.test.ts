import type { Role } from '../../shared/access/roles';
import { roles } from '../../shared/access/roles';
import type { Phone, Refusal } from '../support/cloud';
import { type Applicant, openWorld, review, seenBy, type World } from '../support/membership/world';

const states = ['submitted', 'underReview', 'returned', 'awaitingSecondReview', 'awaitingMeeting', 'onAgenda'] as const;
const cities = ['320100', '320200', '320500'] as const;

let world: World;
const viewers: { readonly phone: Phone; readonly role: Role; readonly cities: readonly string[] }[] = [];
const records: { readonly applicant: Applicant; readonly city: string; readonly state: string }[] = [];

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
  for (const city of cities)
    for (const state of ['draft', 'submitted', 'underReview', 'awaitingMeeting', 'withdrawn']) await record(city, state);
});
afterAll(() => world.close());

async function record(city: string, state: string): Promise<void> {
  const applicant = await world.applicant(`o-${city}-${state}`, { contact: { city } });
  records.push({ applicant, city, state });
  if (state === 'draft') return;
  const { version } = await applicant.submit();
  const [liaison, second] = [world.cloud.phone('o-liaisonOfficer'), world.cloud.phone('o-secondReviewer')];
  if (state === 'withdrawn')
    await applicant.phone.call('membership.withdrawApplication', { applicationId: applicant.id, version });
  if (state === 'underReview') await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  if (state === 'awaitingMeeting') await review({ liaison, second }, applicant.id);
}

const codeOf = (error: unknown) => (error as Refusal).code;

/** Ids that a person finds in the lists of all states, or the code of the refusal. */
async function listed(phone: Phone): Promise<ReadonlySet<string> | string> {
  const found = new Set<string>();
  for (const state of states) {
    const page = await phone.call('membership.applications', { state }).catch(codeOf);
    if (typeof page === 'string') return page;
    for (const { id } of page.rows) found.add(id);
  }
  return found;
}

test('list, single read and the rules of roles agree for every role, city and record', async () => {
  for (const { phone, role, cities: theirs } of viewers) {
    const permitted = (roles[role].permissions as readonly string[]).includes('application.read');
    const list = await listed(phone);
    if (!permitted) expect([phone.openid, list]).toEqual([phone.openid, 'auth.forbidden']);
    for (const { applicant, city, state } of records) {
      const read = await phone.call('membership.reviewApplication', { applicationId: applicant.id }).then(
        () => 'seen',
        (error: unknown) => codeOf(error),
      );
      const sees = permitted && state !== 'draft' && theirs.includes(city);
      const what = `${phone.openid} ${city} ${state}`;
      expect([what, read]).toEqual([what, sees ? 'seen' : permitted ? 'notFound' : 'auth.forbidden']);
      if (typeof list !== 'string') expect([what, list.has(applicant.id)]).toEqual([what, sees && state !== 'withdrawn']);
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
  expect(new Set(rows.map(({ id }) => id)).size).toBe(25);
  expect(rows.map(({ submittedAt }) => submittedAt)).toEqual(rows.map(({ submittedAt }) => submittedAt).sort());
  const foreign = world.cloud
    .phone('o-one-city')
    .call('membership.applications', { state: 'submitted', cursor: first.next ?? '' });
  await expect(foreign).rejects.toMatchObject({ code: 'request.invalid' });
});
