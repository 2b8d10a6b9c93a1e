import { newRequestId, type Phone } from '../support/cloud';
import { crashEverywhere } from '../support/membership/crash';
import { allConsents, checklist } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { type Applicant, openWorld, recommend, review, seenBy, type World } from '../support/membership/world';

let world: World;
let liaison: Phone;
let second: Phone;
let room: Room;
beforeAll(async () => {
  world = await openWorld();
  liaison = await world.staff('o-liaison', 'liaisonOfficer');
  second = await world.staff('o-second', 'secondReviewer');
  room = await openRoom(world);
});
afterEach(() => world.cloud.emulator.faults.clear());
afterAll(() => world.close());

const documents = (name: string) => world.cloud.emulator.database.documents(name);

let people = 0;
const newApplicant = () => world.applicant(`o-crash-${(people += 1)}`);

/** Kinds of what an applicant was told, each once. */
const told = async (applicant: Applicant) => {
  const { rows } = await applicant.phone.call('account.inbox', {});
  return rows.map(({ kind }) => kind).reverse();
};
const openLines = (applicant: Applicant) =>
  documents('due')
    .filter(({ record, open }) => record === applicant.id && open === true)
    .map(({ kind }) => kind);
const rowsOf = (applicant: Applicant, action: string) =>
  documents('journal').filter((row) => row.aggregate === `applications:${applicant.id}` && row.action === action);

test('a crash after any database call of a submission leaves one submission, told once', async () => {
  let applicant: Applicant;
  const kills = await crashEverywhere(world, {
    endpoint: 'membership.submitApplication',
    async prepare() {
      applicant = await newApplicant();
      const { version } = await applicant.view();
      const input = { applicationId: applicant.id, version, consents: allConsents };
      return (requestId) => applicant.phone.call('membership.submitApplication', input, { requestId });
    },
    async check() {
      expect((await applicant.view()).state).toBe('submitted');
      expect(documents('reservations').filter(({ application }) => application === applicant.id)).toHaveLength(2);
      expect(rowsOf(applicant, 'application.submit')).toHaveLength(1);
      expect(await told(applicant)).toEqual(['applicationSubmitted']);
      expect(openLines(applicant)).toEqual(['reviewApplication']);
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

test('a crash after any database call of a recommendation leaves one, and the second review waits', async () => {
  let applicant: Applicant;
  const kills = await crashEverywhere(world, {
    endpoint: 'membership.recommendApplication',
    async prepare() {
      applicant = await newApplicant();
      await applicant.submit();
      await liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
      const input = { ...(await seenBy(liaison, applicant.id)), checklist, opinion: '同意' };
      return (requestId) => liaison.call('membership.recommendApplication', input, { requestId });
    },
    async check() {
      expect((await applicant.view()).state).toBe('awaitingSecondReview');
      expect(rowsOf(applicant, 'application.recommend')).toHaveLength(1);
      expect(await told(applicant)).toEqual(['applicationSubmitted', 'applicationAccepted', 'applicationRecommended']);
      expect(openLines(applicant)).toEqual(['secondReview']);
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

describe('a crash after any database call of', () => {
  let applicants: readonly Applicant[];
  const accept = async (applicant: Applicant) =>
    liaison.call('membership.acceptApplication', await seenBy(liaison, applicant.id));
  const atSecondReview = async (applicant: Applicant) => {
    await accept(applicant);
    await recommend(liaison, applicant.id);
  };
  const returning = async ({ id }: Applicant) => {
    const input = { ...(await seenBy(liaison, id)), notes: [{ field: 'work.post', note: '请写明职务' }] };
    return (requestId: string) => liaison.call('membership.returnApplication', input, { requestId });
  };
  const endorsing = async ({ id }: Applicant) => {
    const input = await seenBy(second, id);
    return (requestId: string) => second.call('membership.endorseApplication', input, { requestId });
  };
  const acceptingAll = async () => {
    const input = { applications: await Promise.all(applicants.map(({ id }) => seenBy(liaison, id))) };
    return (requestId: string) => liaison.call('membership.acceptApplications', input, { requestId });
  };
  const reviewed = ['applicationSubmitted', 'applicationAccepted', 'applicationRecommended'];

  test.each([
    [
      'a return',
      'returnApplication',
      1,
      accept,
      returning,
      'returned',
      ['applicationSubmitted', 'applicationAccepted', 'applicationReturned'],
      [],
    ],
    [
      'an endorsement',
      'endorseApplication',
      1,
      atSecondReview,
      endorsing,
      'awaitingMeeting',
      [...reviewed, 'applicationEndorsed'],
      ['scheduleApplication'],
    ],
    [
      'an acceptance of two at once',
      'acceptApplications',
      2,
      undefined,
      acceptingAll,
      'underReview',
      ['applicationSubmitted', 'applicationAccepted'],
      ['reviewApplication'],
    ],
  ] as const)(
    '%s leaves it done once, whole, and told once',
    async (_what, name, number, before, making, state, kinds, lines) => {
      const kills = await crashEverywhere(world, {
        endpoint: `membership.${name}`,
        async prepare() {
          applicants = await Promise.all(Array.from({ length: number }, newApplicant));
          for (const applicant of applicants) {
            await applicant.submit();
            await before?.(applicant);
          }
          return making(applicants[0] as Applicant);
        },
        async check() {
          for (const applicant of applicants) {
            expect((await applicant.view()).state).toBe(state);
            expect(await told(applicant)).toEqual(kinds);
            expect(openLines(applicant)).toEqual(lines);
            const { history } = await liaison.call('membership.reviewApplication', { applicationId: applicant.id });
            expect(new Set(history.map(({ action, at }) => `${action} ${at}`)).size).toBe(history.length);
          }
        },
      });
      expect(kills).toBeGreaterThan(2);
    },
    240_000,
  );
});

test('a crash after any database call of a decision and what follows leaves one member, one certificate and no gap', async () => {
  let applicant: Applicant;
  let members = documents('members').length;
  const kills = await crashEverywhere(world, {
    endpoint: 'governance.decideItem',
    async prepare() {
      applicant = await newApplicant();
      await applicant.submit();
      await review({ liaison, second }, applicant.id);
      const item = await room.voted(await room.schedule([applicant.id]), 'approve');
      return (requestId) => room.secretary.call('governance.decideItem', item, { requestId });
    },
    async check() {
      members += 1;
      expect((await applicant.view()).state).toBe('admitted');
      expect(documents('members').filter(({ application }) => application === applicant.id)).toHaveLength(1);
      expect(documents('certificates')).toHaveLength(members);
      const numbers = documents('members').map(({ number }) => Number(String(number).split('-')[3]));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: members }, (_, index) => index + 1));
      expect((await told(applicant)).filter((kind) => kind === 'applicationAdmitted')).toHaveLength(1);
      expect(openLines(applicant)).toEqual([]);
    },
  });
  expect(kills).toBeGreaterThan(2);
}, 240_000);

test('an answer that is lost after the commit is given again', async () => {
  const applicant = await newApplicant();
  const { version } = await applicant.view();
  const input = { applicationId: applicant.id, version, consents: allConsents };
  const requestId = newRequestId();
  world.cloud.emulator.faults.add({
    match: { service: 'gateway', endpoint: 'membership.submitApplication' },
    effect: { kind: 'loseAnswer' },
  });
  await expect(applicant.phone.call('membership.submitApplication', input, { requestId })).rejects.toThrow();
  expect(await applicant.phone.call('membership.submitApplication', input, { requestId })).toMatchObject({ state: 'submitted' });
});

test('a request id that comes again with another body is refused', async () => {
  const applicant = await newApplicant();
  const { version } = await applicant.view();
  const save = (post: string, requestId: string) =>
    applicant.phone.call(
      'membership.saveDraft',
      { applicationId: applicant.id, version, draft: { section: 'work', values: { post } } },
      { requestId },
    );
  const requestId = newRequestId();
  await save('甲', requestId);
  await expect(save('乙', requestId)).rejects.toMatchObject({ code: 'request.conflict' });
  expect((await applicant.view()).form.work?.post).toBe('甲');
});
