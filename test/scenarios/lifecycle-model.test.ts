import type { Permission } from '../../shared/access/permissions';
import { type Role, roles } from '../../shared/access/roles';
import { moveOf } from '../../shared/lifecycle';
import { type ApplicationState, applicationLifecycle, applicationStates } from '../../shared/membership/lifecycle';
import type { Phone, Refusal } from '../support/cloud';
import { allConsents, checklist } from '../support/membership/form';
import { openRoom, type Room } from '../support/membership/meeting';
import { type Applicant, openWorld, review, seenBy, type World } from '../support/membership/world';

/** Somebody who tries every move; what they may do is worked out from the tables alone. */
interface Trier {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly city?: string;
  /** Is the applicant, or signed the first review. */
  readonly is?: 'owner' | 'firstReviewer';
}

const triers: readonly Trier[] = [
  { name: 'owner', roles: [], is: 'owner' },
  { name: 'other', roles: [] },
  { name: 'liaison', roles: ['liaisonOfficer'] },
  { name: 'second', roles: ['secondReviewer'] },
  { name: 'first', roles: ['liaisonOfficer', 'secondReviewer'], is: 'firstReviewer' },
  { name: 'third', roles: ['secondReviewer'] },
  { name: 'secretary', roles: ['meetingSecretary'] },
  { name: 'chair', roles: ['president'] },
  { name: 'nanjing', roles: ['cityOfficer'], city: '320100' },
  { name: 'suzhou', roles: ['cityOfficer'], city: '320500' },
  { name: 'editor', roles: ['editor'] },
  { name: 'auditor', roles: ['auditor'] },
];

type Action =
  | 'save'
  | 'submit'
  | 'withdraw'
  | 'appeal'
  | 'accept'
  | 'return'
  | 'recommend'
  | 'endorse'
  | 'sendBack'
  | 'mark'
  | 'unmark'
  | 'assign'
  | 'check'
  | 'explain'
  | 'uphold'
  | 'dismiss';
type Seen = { readonly applicationId: string; readonly version: number };

const lookUp = { check: 'distrustList', result: 'notListed', source: '信用中国', checkedAt: '2024-02-01' } as const;

const tries: Readonly<Record<Action, (phone: Phone, seen: Seen) => Promise<unknown>>> = {
  save: (phone, seen) =>
    phone.call('membership.saveDraft', {
      ...seen,
      draft: { section: 'work', values: { post: '主任', employer: '云岫公司', fields: ['助老'] } },
    }),
  submit: (phone, seen) => phone.call('membership.submitApplication', { ...seen, consents: allConsents }),
  withdraw: (phone, seen) => phone.call('membership.withdrawApplication', seen),
  accept: (phone, seen) => phone.call('membership.acceptApplication', seen),
  return: (phone, seen) =>
    phone.call('membership.returnApplication', { ...seen, notes: [{ field: 'work.post', note: '请补填' }] }),
  recommend: (phone, seen) => phone.call('membership.recommendApplication', { ...seen, checklist, opinion: '同意' }),
  endorse: (phone, seen) => phone.call('membership.endorseApplication', seen),
  sendBack: (phone, seen) => phone.call('membership.sendBackApplication', { ...seen, reason: '请补充依据' }),
  appeal: (phone, seen) => phone.call('membership.appealApplication', { ...seen, reason: '有新的材料' }),
  mark: (phone, seen) => phone.call('membership.markApplication', { ...seen, marked: true, reason: '行业代表' }),
  unmark: (phone, seen) => phone.call('membership.markApplication', { ...seen, marked: false, reason: '标错了' }),
  assign: (phone, seen) => phone.call('membership.assignCity', { ...seen, city: '320200', reason: '住在无锡' }),
  check: (phone, seen) => phone.call('membership.recordCompliance', { ...seen, ...lookUp }),
  explain: (phone, seen) => phone.call('membership.explainRejection', { ...seen, reason: '材料不足' }),
  uphold: (phone, seen) => phone.call('membership.decideAppeal', { ...seen, outcome: 'upheld', reason: '再议' }),
  dismiss: (phone, seen) => phone.call('membership.decideAppeal', { ...seen, outcome: 'dismissed', reason: '维持' }),
};
const actions = Object.keys(tries) as Action[];

/** Permission of the endpoint behind an action: asked for before anything else, whatever the state. */
const needs: Readonly<Record<Action, Permission>> = {
  save: 'application.submit',
  submit: 'application.submit',
  withdraw: 'application.submit',
  accept: 'application.review',
  return: 'application.review',
  recommend: 'application.review',
  endorse: 'application.secondReview',
  sendBack: 'application.secondReview',
  appeal: 'application.submit',
  mark: 'application.review',
  unmark: 'application.review',
  assign: 'application.assign',
  check: 'application.review',
  explain: 'application.review',
  uphold: 'application.decideAppeal',
  dismiss: 'application.decideAppeal',
};
const ownMoves: readonly Action[] = ['save', 'submit', 'withdraw', 'appeal'];
const staffMoves = actions.filter((action) => !ownMoves.includes(action));

/** The code that must refuse a try, or the state it must lead to. */
function expected(trier: Trier, state: ApplicationState, action: Action): { readonly code: string } | { readonly state: string } {
  const own = needs[action] === 'application.submit';
  const permitted = own || trier.roles.some((role) => (roles[role].permissions as readonly string[]).includes(needs[action]));
  if (!permitted) return { code: 'auth.forbidden' };
  if (own && trier.is !== 'owner') return { code: 'notFound' };
  if (!own && (state === 'draft' || trier.city === '320500')) return { code: 'notFound' };
  const move = moveOf(applicationLifecycle, state, action);
  if (!move) return { code: 'wrongStatus' };
  // Whoever reviewed first neither reviews again nor decides an appeal; the second reviewer of the tests signed what was rejected.
  if (trier.is === 'firstReviewer' && needs[action] === 'application.secondReview') return { code: 'auth.conflictOfInterest' };
  if (needs[action] === 'application.decideAppeal' && ['first', 'second'].includes(trier.name))
    return { code: 'auth.conflictOfInterest' };
  // These people are individuals, whom no list of units names, and nobody has marked them.
  if (action === 'check' || action === 'unmark') return { code: 'wrongStatus' };
  return { state: move.to };
}

let world: World;
let room: Room;
const phones = new Map<string, Phone>();
const phoneOf = ({ name }: Trier, applicant: Applicant) => (name === 'owner' ? applicant.phone : (phones.get(name) as Phone));

beforeAll(async () => {
  world = await openWorld();
  room = await openRoom(world);
  for (const { name, roles: held, city } of triers) {
    phones.set(name, world.cloud.phone(`o-${name}`));
    for (const role of held) await world.staff(`o-${name}`, role, city);
  }
});
afterAll(() => world.close());

/**
 * Whether a move that is made is tried by this person: of those who may make it one, another in each state; every one of them in
 * the soak run. What the others are offered is compared in the test below.
 */
function isTried(trier: Trier, state: ApplicationState, action: Action): boolean {
  const able = triers.filter((each) => 'state' in expected(each, state, action));
  const turn = applicationStates.indexOf(state) + actions.indexOf(action);
  return process.env.SOAK !== undefined || able[turn % able.length] === trier;
}

let made = 0;

/** A new application in a state, brought there by the people whose moves those are. */
async function inState(state: ApplicationState): Promise<Applicant> {
  const applicant = await world.applicant(`o-owner-${(made += 1)}`);
  const first = phones.get('first') as Phone;
  const officers = { liaison: first, second: phones.get('second') as Phone };
  const at = () => seenBy(first, applicant.id);
  if (state === 'draft') return applicant;
  await applicant.submit();
  if (state === 'withdrawn') await tries.withdraw(applicant.phone, await at());
  if (['submitted', 'withdrawn'].includes(state)) return applicant;
  if (['underReview', 'returned', 'awaitingSecondReview'].includes(state)) {
    await tries.accept(first, await at());
    if (state === 'returned') await tries.return(first, await at());
    if (state === 'awaitingSecondReview') await tries.recommend(first, await at());
    return applicant;
  }
  await review(officers, applicant.id);
  if (state === 'awaitingMeeting') return applicant;
  const meeting = await room.schedule([applicant.id]);
  if (state === 'admitted') await room.decide(meeting, 'approve');
  if (['rejected', 'appealed'].includes(state)) await room.decide(meeting, 'against');
  if (state === 'appealed') await tries.appeal(applicant.phone, await at());
  return applicant;
}

/** Makes a try at the version that is there and tells how it ended. */
async function tried(
  trier: Trier,
  applicant: Applicant,
  action: Action,
  version: number,
): Promise<{ code: string } | { state: string }> {
  const outcome = await tries[action](phoneOf(trier, applicant), { applicationId: applicant.id, version }).catch(
    (error: Refusal) => error,
  );
  if (outcome instanceof Error) return { code: (outcome as Refusal).code };
  return { state: (await applicant.view()).state };
}

test.each(applicationStates)(
  'from %s every person makes the moves the table gives them, and no other',
  async (state) => {
    const applicant = await inState(state);
    const before = await applicant.view();
    expect(before.state).toBe(state);
    const wrong: string[] = [];
    for (const trier of triers) {
      for (const action of actions) {
        const wanted = expected(trier, state, action);
        if ('state' in wanted && !isTried(trier, state, action)) continue;
        // A move that is made changes the state: it is tried on an application of its own.
        const on = 'state' in wanted ? await inState(state) : applicant;
        const { version } = on === applicant ? before : await on.view();
        const found = await tried(trier, on, action, version);
        if (JSON.stringify(found) !== JSON.stringify(wanted))
          wrong.push(`${trier.name} ${action}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await applicant.view()).version).toBe(before.version);
  },
  240_000,
);

test.each(applicationStates)('in %s what is offered is what would be done', async (state) => {
  const applicant = await inState(state);
  const offer = (trier: Trier, names: readonly Action[]) =>
    Object.fromEntries(names.map((action) => [action, 'state' in expected(trier, state, action)]));
  const owner = triers[0] as Trier;
  expect((await applicant.view()).can).toEqual(offer(owner, ownMoves));
  if (state === 'draft') return;
  for (const trier of triers) {
    const reads = trier.roles.some((role) => (roles[role].permissions as readonly string[]).includes('application.read'));
    if (!reads || trier.city === '320500') continue;
    const { can } = await phoneOf(trier, applicant).call('membership.reviewApplication', { applicationId: applicant.id });
    const { reveal: _reveal, ...moves } = can;
    expect([trier.name, moves]).toEqual([trier.name, offer(trier, staffMoves)]);
  }
});

test('an impossible move is told with the moves that are possible', async () => {
  const applicant = await inState('submitted');
  const { version } = await applicant.view();
  const resubmission = applicant.phone.call('membership.submitApplication', {
    applicationId: applicant.id,
    version,
    consents: allConsents,
  });
  await expect(resubmission).rejects.toMatchObject({
    code: 'wrongStatus',
    fields: { state: 'submitted', possible: 'accept withdraw mark unmark assign' },
  });
});
