import type { FunctionLogEntry } from '../../emulator/functions/invocation';
import { openRoom } from '../support/membership/meeting';
import { openWorld, review, type World } from '../support/membership/world';

let world: World;
const entries = () => world.cloud.emulator.functionLog.entries;

beforeAll(async () => {
  world = await openWorld();
  const liaison = await world.staff('o-liaison', 'liaisonOfficer');
  const second = await world.staff('o-second', 'secondReviewer');
  const room = await openRoom(world);
  const [admitted, withdrawn] = [await world.applicant('o-admitted'), await world.applicant('o-withdrawn')];
  await admitted.submit();
  await review({ liaison, second }, admitted.id);
  // Counted from the second in an hour: the first makes the counter.
  await liaison.call('membership.revealPerson', { applicationId: admitted.id, reason: '核对证件' });
  await liaison.call('membership.revealPerson', { applicationId: admitted.id, reason: '核对证件' });
  await liaison.call('membership.applications', { state: 'awaitingMeeting' });
  await admitted.phone.call('membership.disclosures', { applicationId: admitted.id });
  await room.decide(await room.schedule([admitted.id]), 'approve');
  await admitted.phone.call('membership.myApplication', {});
  const { verifyUrl } = await admitted.phone.call('membership.myCertificate', {});
  await world.cloud.phone('').call('membership.verifyCertificate', { token: verifyUrl.split('/v/')[1] ?? '' });
  const { version } = await withdrawn.submit();
  await withdrawn.phone.call('membership.withdrawApplication', { applicationId: withdrawn.id, version });
});
afterAll(() => world.close());

/** Calls that the budgets do not count: who is calling (and their account and key, once), begin and commit, data keys. */
const uncounted = new Set(['accounts', 'dataKeys']);

/** Database calls of the use case itself, delivery apart. */
function counted({ calls }: FunctionLogEntry): readonly string[] {
  const commit = calls.findIndex(({ action }) => action.endsWith('commitTransaction'));
  const own = commit < 0 ? calls.slice(1) : calls.slice(1, commit);
  return own
    .filter(
      ({ action, collection }) => collection !== undefined && !(uncounted.has(collection) && !action.endsWith('Transaction')),
    )
    .map(({ action, collection }) => `${action} ${collection}`);
}

const last = (endpoint: string) => {
  const entry = entries()
    .filter((each) => each.endpoint === `membership.${endpoint}`)
    .at(-1);
  if (!entry) throw new Error(`${endpoint} was not called`);
  return counted(entry);
};

const writes = [
  'startApplication',
  'saveDraft',
  'attachPhoto',
  'submitApplication',
  'withdrawApplication',
  'acceptApplication',
  'recommendApplication',
  'endorseApplication',
  'revealPerson',
];

test.each(writes)('%s takes at most six database calls', (endpoint) => {
  expect(last(endpoint).length).toBeLessThanOrEqual(6);
});

const reads = ['application', 'myApplication', 'applications', 'disclosures', 'myCertificate', 'verifyCertificate'];

test.each(reads)('%s takes at most three', (endpoint) => {
  expect(last(endpoint).length).toBeLessThanOrEqual(3);
});

test('reviewApplication, which gathers what a page shows, takes at most six', () => {
  expect(last('reviewApplication').length).toBeLessThanOrEqual(6);
});

test('admission, which makes number, member and certificate at once, takes eight', () => {
  const decision =
    entries()
      .filter(({ endpoint }) => endpoint === 'governance.decideItem')
      .at(-1)?.calls ?? [];
  const starts = decision.flatMap(({ action }, index) => (action.endsWith('startTransaction') ? [index] : []));
  const ends = decision.flatMap(({ action }, index) => (action.endsWith('commitTransaction') ? [index] : []));
  expect(decision.slice((starts[1] ?? 0) + 1, ends[1])).toHaveLength(8);
});

test('nothing examines more than twice what it returns', () => {
  const greedy = entries().filter(({ examined, returned }) => examined > 2 * returned + 20);
  expect(greedy.map(({ endpoint }) => endpoint)).toEqual([]);
});
