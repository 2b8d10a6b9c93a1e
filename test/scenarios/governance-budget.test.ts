import type { FunctionLogEntry } from '../../emulator/functions/invocation';
import { startCloud, type TestCloud } from '../support/cloud';
import {
  itemsOf,
  meetingInSession,
  type Office,
  openOffice,
  person,
  settle,
  voteOn,
  waitingApplication,
} from '../support/office';

let cloud: TestCloud;
let office: Office;
const itemsOnAgenda = 3;

beforeAll(async () => {
  cloud = await startCloud();
  office = await openOffice(cloud);
  const { secretary, administrator, seats } = office;
  const waiting = [];
  for (let number = 0; number < itemsOnAgenda + 1; number += 1) waiting.push(await waitingApplication(cloud, office, number));
  const ids = waiting.map(({ id }) => id);
  const meetingId = await meetingInSession(cloud, office, ids.slice(0, itemsOnAgenda), 4);
  const [first, second] = await itemsOf(office, meetingId);
  let version = await voteOn(office, meetingId, first?.id ?? '', ['approve', 'approve', 'approve']);
  const last = { meetingId, itemId: first?.id ?? '', seat: 'seat-4', choice: 'against' } as const;
  ({ version } = await secretary.call('governance.recordVote', last));
  await secretary.call('governance.decideItem', { meetingId, itemId: first?.id ?? '', version });
  await secretary.call('governance.openItem', { meetingId, itemId: second?.id ?? '', version: second?.version ?? 0 });
  const seen = await secretary.call('governance.meeting', { meetingId });
  const away = { meetingId, version: seen.version, seat: 'seat-5', presence: 'excused' } as const;
  await secretary.call('governance.recordAttendance', away);
  const open = (await itemsOf(office, meetingId)).find(({ state }) => state === 'open');
  await secretary.call('governance.postponeItem', { meetingId, itemId: open?.id ?? '', version: open?.version ?? 0 });
  await settle(cloud);
  const { version: seenAtLast } = await secretary.call('governance.meeting', { meetingId });
  await secretary.call('governance.closeMeeting', { meetingId, version: seenAtLast });
  await settle(cloud);
  await planAndCancel(ids.slice(itemsOnAgenda));
  await secretary.call('governance.meetings', {});
  await secretary.call('account.workbench', {});
  await seats[0]?.call('account.home', {});
  const applicant = waiting[0]?.who;
  await applicant?.call('account.home', {});
  await applicant?.call('account.me', {});
  const inbox = await applicant?.call('account.inbox', {});
  await applicant?.call('account.markRead', { entryId: inbox?.rows[0]?.id ?? '' });
  await applicant?.call('account.recordAcceptance', { templates: ['applicationProgress'] });
  await administrator.call('account.staff', {});
  const accountId = office.accounts.get('o-second') ?? '';
  await administrator.call('account.grantRole', { accountId, role: 'administrator' });
  await administrator.call('account.revokeRole', { accountId, role: 'administrator' });
  await person(cloud, 'o-second').call('account.myStaffCode', { name: '复一' });
});
afterAll(() => cloud?.close());

async function planAndCancel(applicationIds: readonly string[]): Promise<void> {
  const { secretary } = office;
  const at = new Date(cloud.emulator.clock.now() + 86_400_000).toISOString();
  const { id: meetingId, version } = await secretary.call('governance.planMeeting', {
    body: 'presidentsOffice',
    at,
    place: '会议室',
  });
  const added = await secretary.call('governance.addItems', { meetingId, version, applicationIds: [...applicationIds] });
  const [item] = await itemsOf(office, meetingId);
  const gone = { meetingId, itemId: item?.id ?? '', version: item?.version ?? 0 };
  await secretary.call('governance.removeItem', gone);
  await secretary.call('governance.cancelMeeting', { meetingId, version: added.version + 1, reason: '改期' });
}

/** Database calls of the newest call of an endpoint: without who is calling, begin, commit, data keys and delivery. */
function callsOf(endpoint: string): readonly string[] {
  const entry: FunctionLogEntry | undefined = cloud.emulator.functionLog.entries
    .filter((each) => each.endpoint === endpoint)
    .at(-1);
  if (!entry) throw new Error(`${endpoint} was not called`);
  const commit = entry.calls.findIndex(({ action }) => action.endsWith('commitTransaction'));
  return entry.calls
    .slice(1, commit < 0 ? undefined : commit)
    .filter(({ action, collection }) => !action.endsWith('startTransaction') && collection !== 'dataKeys')
    .map(({ action, collection }) => `${action} ${collection}`);
}

test.each([
  ['governance.planMeeting', 6],
  ['governance.startMeeting', 6],
  ['governance.signIn', 6],
  ['governance.recordAttendance', 6],
  ['governance.openItem', 6],
  ['governance.castVote', 6],
  ['governance.recordVote', 6],
  ['governance.decideItem', 6],
  ['governance.setBody', 6],
  ['governance.removeItem', 6],
  ['governance.postponeItem', 6],
  // A batch: one insertion for each item put on an agenda, a read and a write for each one taken off at the close.
  ['governance.addItems', 6 + itemsOnAgenda],
  ['governance.closeMeeting', 6 + 2 * itemsOnAgenda],
  ['governance.cancelMeeting', 6],
  ['account.markRead', 6],
  ['account.recordAcceptance', 6],
  ['account.grantRole', 6],
  ['account.revokeRole', 6],
  // Counts guesses beside its transaction: two more.
  ['account.myStaffCode', 8],
] as const)('%s takes at most %i database calls', (endpoint, budget) => {
  const calls = callsOf(endpoint);
  expect([calls.length <= budget, calls]).toEqual([true, calls]);
});

test.each([
  ['account.inbox', 3],
  ['account.staff', 3],
  // Pages made of several records read them at once.
  ['governance.meetings', 6],
  ['governance.meeting', 6],
  ['account.home', 6],
  ['account.me', 6],
  ['account.workbench', 6],
] as const)('%s reads with at most %i', (endpoint, budget) => {
  const calls = callsOf(endpoint);
  expect([calls.length <= budget, calls]).toEqual([true, calls]);
});
