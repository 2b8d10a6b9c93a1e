import { startCloud, type TestCloud } from '../support/cloud';
import { itemsOf, meetingInSession, type Office, openOffice, settle, voteOn, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

test('carries an application through a meeting to the member number, each vote from the phone of its seat', async () => {
  const { who, id } = await waitingApplication(cloud, office, 1);
  const meetingId = await meetingInSession(cloud, office, [id], 4);
  const [item] = await itemsOf(office, meetingId);
  const version = await voteOn(office, meetingId, item?.id ?? '', ['approve', 'approve', 'approve', 'against']);
  const decided = await office.secretary.call('governance.decideItem', { meetingId, itemId: item?.id ?? '', version });
  expect(decided.outcome).toBe('passed');
  expect(decided.resolution).toMatch(/^会长办公会 \d{4}年第1次会议议题1：同意吸收申请编号 SQ-/);
  await settle(cloud);
  const home = await who.call('account.home', {});
  expect(home.member).toMatchObject({ kind: 'individual', standing: 'active', number: expect.stringMatching(/-00001-\d$/) });
  const inbox = await who.call('account.inbox', {});
  expect(inbox.rows.map(({ kind }) => kind)).toEqual([
    'applicationAdmitted',
    'applicationScheduled',
    'applicationEndorsed',
    'applicationRecommended',
    'applicationAccepted',
    'applicationSubmitted',
  ]);
});
