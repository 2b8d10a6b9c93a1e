import { startCloud, type TestCloud } from '../support/cloud';
import { type Office, openOffice, person, refusal } from '../support/office';

const day = 24 * 3600 * 1000;

let cloud: TestCloud;
let office: Office;
beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud.close());

test('refuses the seats of a body to a stranger and to an applicant', async () => {
  for (const openid of ['o-nobody', 'o-somebody']) {
    if (openid === 'o-somebody') await person(cloud, openid).call('account.myStaffCode', { name: '某人' });
    const stranger = person(cloud, openid);
    expect((await refusal(stranger.call('governance.body', { body: 'presidentsOffice' }))).code).toMatch(/^auth\./);
    expect((await refusal(stranger.call('governance.bodies', {}))).code).toMatch(/^auth\./);
  }
});

test('shows an administrator who reads no meetings what the page of a body needs, also before anybody has set it up', async () => {
  const { administrator, secretary } = office;
  expect((await refusal(administrator.call('governance.meetings', {}))).code).toBe('auth.forbidden');
  expect(await administrator.call('governance.body', { body: 'council' })).toMatchObject({
    term: 1,
    seats: [],
    version: 0,
    earlier: [],
    can: { set: true },
  });
  expect((await secretary.call('governance.body', { body: 'presidentsOffice' })).can).toEqual({ set: false });
});

test('keeps the seats of a term that is over, with the names of their holders', async () => {
  const { administrator } = office;
  const before = await administrator.call('governance.body', { body: 'presidentsOffice' });
  const seats = before.seats.slice(0, 3).map(({ seat, title, holder }) => ({ seat, title, holder }));
  const { body, term, version } = before;
  await administrator.call('governance.setBody', { body, term: term + 1, version, seats });
  const now = await administrator.call('governance.body', { body });
  expect([now.term, now.seats.length, now.earlier.map((one) => one.term)]).toEqual([term + 1, 3, [term]]);
  const earlier = await administrator.call('governance.body', { body, term });
  expect(earlier.seats).toEqual(before.seats);
});

test('names a body that should have met on the list of meetings, and nothing is blocked by it', async () => {
  const { secretary } = office;
  expect((await secretary.call('governance.meetings', {})).late).toEqual([]);
  await cloud.emulator.clock.advance(40 * day);
  expect((await secretary.call('governance.meetings', {})).late).toEqual(['presidentsOffice']);
  const at = new Date(cloud.emulator.clock.now() + day).toISOString();
  const planned = await secretary.call('governance.planMeeting', { body: 'presidentsOffice', at, place: '总会会议室' });
  expect(planned.version).toBeGreaterThan(0);
});
