import * as fc from 'fast-check';
import type { RoleGrant } from '../../shared/access/roles';
import type { Account } from '../platform/accounts';
import { personOf } from '../platform/actor';
import type { Application } from './applications';
import { firstReviewersOf, refusalOf } from './policies';

/** Two members of staff and the applicant's side: who is who in every combination. */
const people = ['stand-in', 'absent', 'third'] as const;
type Somebody = (typeof people)[number];

const roleSets: readonly (readonly RoleGrant[])[] = [
  [{ role: 'editor' }],
  [{ role: 'liaisonOfficer' }],
  [{ role: 'secondReviewer' }],
  [{ role: 'liaisonOfficer' }, { role: 'secondReviewer' }],
  [{ role: 'cityOfficer', city: '320500' }],
  [{ role: 'cityOfficer', city: '320100' }, { role: 'administrator' }],
];

const account = (_id: string, grants: readonly RoleGrant[]): Account => ({
  _id,
  version: 1,
  openid: `o-${_id}`,
  grants,
  staff: true,
  nameKey: `name-${_id}`,
  memberId: `member-${_id}`,
  represents: [`unit-${_id}`],
});

/** Every combination of roles, of who owns and recommends the application, whom it names, who reviewed it first, and for whom. */
const situation = fc.record({
  own: fc.constantFrom(...roleSets),
  theirs: fc.constantFrom(...roleSets),
  standsIn: fc.boolean(),
  city: fc.constantFrom('320100', '320500'),
  state: fc.constantFrom('submitted' as const, 'underReview' as const, 'awaitingSecondReview' as const),
  owner: fc.constantFrom(...people),
  recommender: fc.option(fc.constantFrom(...people), { nil: undefined }),
  recommendedAs: fc.constantFrom('member', 'unit', 'account'),
  named: fc.option(fc.constantFrom(...people), { nil: undefined }),
  first: fc.constantFrom(...people),
  firstFor: fc.option(fc.constantFrom(...people), { nil: undefined }),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function applicationOf({ state, city, owner, recommender, recommendedAs, named, first, firstFor }: Situation): Application {
  const at = new Date('2026-11-20T01:00:00Z');
  const reviewed = state === 'awaitingSecondReview';
  const by = (who: Somebody) =>
    recommendedAs === 'account' ? { member: 'member-old', account: who } : { member: `${recommendedAs}-${who}` };
  return {
    _id: 'application',
    version: 3,
    state,
    city,
    owner,
    submittedAt: at,
    ...(recommender && { recommender: by(recommender) }),
    ...(named && { named: [`name-${named}`] }),
    ...(reviewed && { firstReviewer: first }),
    history: reviewed ? [{ action: 'recommend', at, by: first, ...(firstFor && { onBehalfOf: firstFor }) }] : [],
  } as unknown as Application;
}

const actions = ['accept', 'return', 'recommend', 'endorse', 'sendBack'] as const;

/** The move as somebody makes it who stands in for the absent colleague, or does not. */
function refusal(of: Situation, action: string, standsIn = of.standsIn) {
  const absent = standsIn ? [account('absent', of.theirs)] : [];
  return refusalOf(personOf(account('stand-in', of.own), absent, undefined).actor, applicationOf(of), action);
}

const check = (holds: (of: Situation, action: (typeof actions)[number]) => boolean) =>
  fc.assert(fc.property(situation, fc.constantFrom(...actions), holds), { seed: 20261122, numRuns: 4000 });

test('whoever may move an application is not, and stands in for nobody who is, its applicant, its recommender, named in it or its first reviewer', () => {
  check((of, action) => {
    if (refusal(of, action) !== undefined) return true;
    const acting: readonly string[] = of.standsIn ? ['stand-in', 'absent'] : ['stand-in'];
    const barred = [of.owner, of.recommender, of.named].some((who) => who !== undefined && acting.includes(who));
    const second = action === 'endorse' || action === 'sendBack';
    const reviewedFirst = second && firstReviewersOf(applicationOf(of)).some((who) => acting.includes(who));
    return !barred && !reviewedFirst;
  });
});

test('standing in gives no more than the two have between them, and hands no administration over', () => {
  check((of, action) => {
    if (!of.standsIn || refusal(of, action) !== undefined) return true;
    const alone = refusal(of, action, false) === undefined;
    const theirs =
      refusalOf(personOf(account('absent', of.theirs), [], undefined).actor, applicationOf(of), action) === undefined;
    return alone || theirs;
  });
  const { actor } = personOf(account('stand-in', [{ role: 'editor' }]), [account('absent', roleSets[5] ?? [])], undefined);
  expect([actor.may('role.assign'), actor.may('rule.approve'), actor.may('application.read')]).toEqual([false, false, true]);
});

test('what is done for the absent colleague is said to be, exactly where the own roles do not reach', () => {
  check((of) => {
    const absent = of.standsIn ? [account('absent', of.theirs)] : [];
    const { actor } = personOf(account('stand-in', of.own), absent, undefined);
    const alone = personOf(account('stand-in', of.own), [], undefined).actor.reach('application.review');
    const reaches = alone === 'all' || alone.includes(of.city);
    const together = actor.reach('application.review');
    const possible = together === 'all' || together.includes(of.city);
    return actor.behalfOf('application.review', of.city) === (!reaches && possible ? 'absent' : undefined);
  });
});

test('no seat is handed over, and in another capacity nothing is', () => {
  const president = account('absent', [{ role: 'president' }]);
  const editor = account('stand-in', [{ role: 'editor' }, { role: 'member' }]);
  const may = (actingAs: string | undefined) => {
    const { actor } = personOf(editor, [president], actingAs);
    return [actor.may('meeting.read'), actor.may('meeting.vote')];
  };
  expect([may(undefined), may('staff'), may('self')]).toEqual([
    [true, false],
    [true, false],
    [false, false],
  ]);
});
