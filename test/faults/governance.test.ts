import { type Chamber, planned, waitingApplications } from '../support/chamber';
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

test('a crash after a database call of a decision, whichever it is, leaves it undecided or decided once, and everything follows once', async () => {
  const crashes = process.env.SOAK ? 72 : 24;
  /** Every second call of 48 is tried but in the soak run. */
  const step = process.env.SOAK ? 1 : 2;
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
      const nth = (start + index) * step + 1;
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
  expect(Math.max(...whole.map(({ databaseCalls }) => databaseCalls))).toBeLessThanOrEqual(crashes * step);
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

/** A batch of two on which everybody present has approved, and the call that closes the vote. */
async function votedBatch(first: number) {
  const waiting = await waitingApplications(cloud, office, first, 2);
  const chamber = await planned(cloud, office);
  await chamber.add(
    waiting.map(({ id }) => id),
    { together: true },
  );
  await chamber.start([0, 1, 2]);
  await chamber.open(1);
  for (const seat of [0, 1, 2]) await chamber.cast(1, seat, 'approve');
  const { id: itemId, version } = await chamber.item(1);
  return { chamber, ids: waiting.map(({ id }) => id), input: { meetingId: chamber.id, itemId, version } };
}

/** Closes the meeting and takes its minutes to where they are only to be published. */
async function checkedMinutes({ id: meetingId, move }: Chamber) {
  const { secretary, second } = office;
  await move('governance.closeMeeting');
  const drafted = await secretary.call('governance.draftMinutes', { meetingId });
  const submitted = await secretary.call('governance.submitMinutes', { meetingId, version: drafted.version });
  const { version } = await second.call('governance.checkMinutes', { meetingId, version: submitted.version });
  return { meetingId, version };
}

/** Kills the function after the nth database call; the phone then sends the same request again. @returns whether it was hit */
async function crashed(nth: number, call: (requestId: string, tag: string) => Promise<unknown>): Promise<boolean> {
  const requestId = newRequestId();
  const tag = `crash-${nth}-${requestId}`;
  const kill = cloud.emulator.faults.add({ match: { service: 'database', tag }, effect: { kind: 'kill' }, nth });
  await call(requestId, tag).catch(() => undefined);
  const hit = kill.hits > 0;
  kill.remove();
  const answered = await call(requestId, 'again');
  expect(await call(requestId, 'again')).toEqual(answered);
  return hit;
}

/** Before, around and after the commit, and while everything is told; with SOAK after every call. */
const kills = process.env.SOAK
  ? Array.from({ length: 40 }, (_, index) => [index + 1, index + 1] as const)
  : ([
      [3, 4],
      [12, 10],
      [40, 20],
    ] as const);

test('a batch that is decided and minutes that are published survive a crash after any database call: each once', async () => {
  const { secretary } = office;
  const hits = { decide: 0, publish: 0 };
  for (const [round, [deciding, publishing]] of kills.entries()) {
    const { chamber, ids, input } = await votedBatch(100 + 2 * round);
    await settle(cloud);
    const decide = (requestId: string, tag: string) => secretary.call('governance.decideItem', input, { requestId, tag });
    if (await crashed(deciding, decide)) hits.decide += 1;
    await settle(cloud);
    expectAdmittedOnce(ids, input.itemId);

    const checked = await checkedMinutes(chamber);
    const publish = (requestId: string, tag: string) => secretary.call('governance.publishMinutes', checked, { requestId, tag });
    if (await crashed(publishing, publish)) hits.publish += 1;
    await settle(cloud);
    expectPublishedOnce(chamber.id);
  }
  expect(hits).toEqual({ decide: kills.length, publish: kills.length });
}, 300_000);

/** Both are members with one certificate and one number each, told once; their own records on the agenda are closed. */
function expectAdmittedOnce(ids: readonly string[], itemId: string): void {
  expect(
    documents('journal').filter(
      ({ aggregate, action }) => aggregate === `agendaItems:${itemId}` && action === 'agendaItem.decide',
    ),
  ).toHaveLength(1);
  const applications = documents('applications').filter(({ _id }) => ids.includes(String(_id)));
  expect(applications.map(({ state }) => state)).toEqual(['admitted', 'admitted']);
  const members = documents('members').filter(({ application }) => ids.includes(String(application)));
  expect(new Set(members.map(({ application }) => application)).size).toBe(2);
  expect(members).toHaveLength(2);
  const of = members.map(({ _id }) => _id);
  expect(documents('certificates').filter(({ member }) => of.includes(String(member)))).toHaveLength(2);
  for (const owner of applications.map((one) => one.owner))
    expect(documents('inbox').filter(({ account, kind }) => account === owner && kind === 'applicationAdmitted')).toHaveLength(1);
  const own = documents('agendaItems').filter(({ batch }) => batch === itemId);
  expect(own.map(({ state, live, _id }) => [state, live === _id])).toEqual([
    ['decided', true],
    ['decided', true],
  ]);
}

/** Published once; seats and applicants are told once, and no line of work is left. */
function expectPublishedOnce(meetingId: string): void {
  const minutes = documents('minutes').find(({ _id }) => _id === meetingId);
  expect(minutes?.state).toBe('published');
  const told = documents('inbox').filter(({ kind, page }) => kind === 'minutesPublished' && String(page).includes(meetingId));
  expect(told).toHaveLength(7);
  expect(new Set(told.map(({ account }) => account)).size).toBe(7);
  expect(documents('due').filter(({ record, open }) => record === meetingId && open)).toEqual([]);
}
