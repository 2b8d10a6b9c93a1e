import { newRequestId, startCloud, type TestCloud } from '../support/cloud';
import { itemsOf, meetingInSession, type Office, openOffice, settle, voteOn, waitingApplication } from '../support/office';

let cloud: TestCloud;
let office: Office;

beforeAll(async () => {
  cloud = await startCloud({ emulator: { workersPerFunction: 1 } });
  office = await openOffice(cloud);
});
afterAll(() => cloud?.close());

const documents = (collection: string) => cloud.emulator.database.documents(collection);

/** An item on which everybody has voted, and the call that decides it. */
async function votedItem(meetingId: string, itemId: string) {
  const version = await voteOn(office, meetingId, itemId, ['approve', 'approve', 'approve']);
  return { meetingId, itemId, version };
}

test('a crash after any single database call of a decision leaves it undecided or decided once, and everything follows once', async () => {
  const crashes = process.env.SOAK ? 72 : 48;
  const perMeeting = 12;
  const batch = Array.from({ length: crashes }, (_, index) => index);
  const applications: string[] = [];
  for (const number of batch) applications.push((await waitingApplication(cloud, office, number)).id);
  const outcomes: string[] = [];
  for (let start = 0; start < crashes; start += perMeeting) {
    const ids = applications.slice(start, start + perMeeting);
    const meetingId = await meetingInSession(cloud, office, ids, 3);
    for (const [index, { id: itemId }] of (await itemsOf(office, meetingId)).entries()) {
      const input = await votedItem(meetingId, itemId);
      const nth = start + index + 1;
      const tag = `crash-${nth}`;
      const requestId = newRequestId();
      const fault = cloud.emulator.faults.add({ match: { service: 'database', tag }, effect: { kind: 'kill' }, nth });
      const first = await office.secretary
        .call('governance.decideItem', input, { requestId, tag })
        .then(() => 'answered')
        .catch(() => 'crashed');
      fault.remove();
      const decided = documents('agendaItems').find(({ _id }) => _id === itemId)?.state === 'decided';
      const rows = documents('journal').filter(
        (row) => row.aggregate === `agendaItems:${itemId}` && row.action === 'agendaItem.decide',
      );
      expect([nth, rows.length]).toEqual([nth, decided ? 1 : 0]);
      outcomes.push(`${first} ${decided ? 'decided' : 'open'}`);
      const again = await office.secretary.call('governance.decideItem', input, { requestId });
      expect(again.outcome).toBe('passed');
    }
  }
  const whole = cloud.emulator.functionLog.entries.filter(({ endpoint }) => endpoint === 'governance.decideItem');
  expect(Math.max(...whole.map(({ databaseCalls }) => databaseCalls))).toBeLessThanOrEqual(crashes);
  expect(outcomes).toContain('crashed open');
  expect(outcomes).toContain('crashed decided');
  await settle(cloud);
  expectEachAdmittedOnce(crashes);
}, 300_000);

/** After the sweeper: each application admitted, one member and certificate each, numbers without gaps, one inbox entry. */
function expectEachAdmittedOnce(count: number): void {
  expect(documents('applications').map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'admitted'));
  expect(documents('certificates')).toHaveLength(count);
  const sequences = documents('members').map(({ number }) => Number(String(number).split('-')[3]));
  expect(sequences.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  const told = documents('inbox').filter(({ kind }) => kind === 'applicationAdmitted');
  expect(told).toHaveLength(count);
  expect(new Set(told.map(({ account }) => account)).size).toBe(count);
}
