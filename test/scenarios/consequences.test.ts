import { startCloud, type TestCloud } from '../support/cloud';
import { itemsOf, meetingInSession, type Office, openOffice, voteOn, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;
beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
});
afterAll(() => cloud.close());

test('the new member has number, certificate and message as soon as the decision is announced, before any timer runs', async () => {
  const { who, id } = await waitingApplication(cloud, office, 1);
  const meetingId = await meetingInSession(cloud, office, [id]);
  const [item] = await itemsOf(office, meetingId);
  const itemId = item?.id ?? '';
  const version = await voteOn(office, meetingId, itemId, ['approve', 'approve', 'approve', 'approve', 'abstain']);
  await office.secretary.call('governance.decideItem', { meetingId, itemId, version });

  const { memberNumber } = await who.call('membership.myCertificate', {});
  const { rows } = await who.call('account.inbox', {});
  expect(rows[0]).toMatchObject({ kind: 'applicationAdmitted', facts: { memberNumber } });
  expect((await who.call('account.home', {})).member).toMatchObject({ number: memberNumber });
});
