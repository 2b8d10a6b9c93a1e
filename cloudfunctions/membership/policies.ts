import type { Permission } from '../../shared/access/permissions';
import type { ErrorCode } from '../../shared/contract/errors';
import { moveOf, movesFrom } from '../../shared/lifecycle';
import { checksOf } from '../../shared/membership/compliance';
import { applicationLifecycle } from '../../shared/membership/lifecycle';
import type { Actor } from '../platform/types';
import type { Application } from './applications';
import { canAppeal } from './rejections';
import { isVetoed } from './review/compliance-entries';

export type Conflict = 'own' | 'ownUnit' | 'named' | 'recommender' | 'entered';

/**
 * Why a person must keep out of an application: it is their own, a unit's that they represent or whose form has their name, one
 * they entered at the desk, or they (or a unit of theirs) recommended it; or it is so with a colleague whom they stand in for.
 */
export function conflictOf(actor: Actor, application: Application): Conflict | null {
  const { owner, recommender, named = [], member: admitted } = application;
  if (actor.countsAs(owner)) return 'own';
  if (admitted !== undefined && actor.countsAsMember(admitted)) return 'ownUnit';
  if (actor.isAmong(named)) return 'named';
  if (assistantsOf(application).some(actor.countsAs)) return 'entered';
  if (!recommender) return null;
  const { member, account } = recommender;
  return actor.countsAsMember(member) || (account !== undefined && actor.countsAs(account)) ? 'recommender' : null;
}

/** Officers who filled in an application for somebody: who entered it, and who completed it in their absence. */
export const assistantsOf = ({ enteredBy, completedBy = [] }: Application): readonly string[] =>
  enteredBy === undefined ? [] : [enteredBy, ...completedBy];

/** Whether a person may fill in and follow an application: their own, or one that they entered for somebody and still may. */
export const isTheirs = (actor: Actor, application: Application): boolean =>
  application.owner === actor.id ||
  (actor.may('application.assist') && (assistantsOf(application).includes(actor.id) || mayComplete(actor, application)));

/**
 * Whether an officer may complete what a colleague entered and the review returned: of one of their cities, and never somebody
 * who had a part in that review, or is to keep out of it. From then on they are one of those who entered it.
 */
export function mayComplete(actor: Actor, application: Application): boolean {
  if (application.enteredBy === undefined || application.state !== 'returned') return false;
  if (!actor.may('application.assist') || !reaches(actor, 'application.assist', application)) return false;
  return conflictOf(actor, application) === null && !reviewersOf(application).some(actor.countsAs);
}

/** Whether a permission of this person reaches an application: handed in, and of one of their cities. Drafts are private. */
export function reaches(actor: Actor, permission: Permission, { submittedAt, city }: Application): boolean {
  const cities = actor.reach(permission);
  return submittedAt !== undefined && (cities === 'all' || (city !== undefined && cities.includes(city)));
}

/** Whether a person may see an application as staff. */
export const staffSees = (actor: Actor, application: Application): boolean => reaches(actor, 'application.read', application);

/**
 * Why a person may not make a move now; undefined when they may. The one rule behind what is refused and what `can` offers.
 */
export function refusalOf(actor: Actor, application: Application, action: string): ErrorCode | undefined {
  const move = moveOf(applicationLifecycle, application.state, action);
  if (!move) return 'wrongStatus';
  if (move.by === 'system') return actor.kind === 'system' ? undefined : 'auth.forbidden';
  if (!actor.may(move.by)) return 'auth.forbidden';
  // The system takes back what its owner no longer agrees to.
  if (move.own) return isTheirs(actor, application) || actor.kind === 'system' ? undefined : 'notFound';
  if (!reaches(actor, move.by, application)) return 'notFound';
  if (conflictOf(actor, application)) return 'auth.conflictOfInterest';
  // First and second reviewer are different people, also where one of them stood in for somebody; and nobody decides an
  // appeal against what they had a part in.
  if (move.by === 'application.secondReview' && firstReviewersOf(application).some(actor.countsAs))
    return 'auth.conflictOfInterest';
  if (move.by === 'application.decideAppeal' && reviewersOf(application).some(actor.countsAs)) return 'auth.conflictOfInterest';
  return matterOf(application, action);
}

/** Who reviewed an application first, and for whom. */
export function firstReviewersOf({ firstReviewer, history }: Application): readonly string[] {
  const recommended = history.filter(({ action }) => action === 'recommend').at(-1);
  return [firstReviewer, recommended?.onBehalfOf].filter((account) => account !== undefined);
}

/** Category of a unit that applies; undefined for an individual. */
export const categoryOf = ({ category }: Application): string | undefined => category;

/** What in the application itself stands against a move. */
function matterOf(application: Application, action: string): ErrorCode | undefined {
  if (isVetoed(application.compliance) && ['recommend', 'endorse'].includes(action)) return 'compliance.veto';
  // Only units stand in public lists.
  if (action === 'check' && checksOf(categoryOf(application)).length === 0) return 'wrongStatus';
  if (action === 'explain' && application.explanation !== undefined) return 'wrongStatus';
  if (action === 'mark' || action === 'unmark') return (action === 'mark') === !application.marked ? undefined : 'wrongStatus';
  return undefined;
}

const reviewSteps: readonly string[] = ['accept', 'return', 'recommend', 'endorse', 'sendBack', 'explain'];

/** Accounts that had a part in the review, or for whom somebody had it. */
export const reviewersOf = ({ history }: Application): readonly string[] =>
  history
    .filter(({ action }) => reviewSteps.includes(action))
    .flatMap(({ by, onBehalfOf }) => (onBehalfOf === undefined ? [by] : [by, onBehalfOf]));

/** The moves that people (not decisions) make in the application's state. */
export const possibleMoves = ({ state }: Application): readonly string[] =>
  movesFrom(applicationLifecycle, state).filter((action) => moveOf(applicationLifecycle, state, action)?.by !== 'system');

const canDo = (actor: Actor, application: Application, actions: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(actions.map((action) => [action, refusalOf(actor, application, action) === undefined]));

/** What the applicant can do with their application now. */
export function applicantCan(actor: Actor, application: Application, now: Date): Record<string, boolean> {
  const can = canDo(actor, application, ['save', 'submit', 'withdraw', 'appeal']);
  return { ...can, appeal: can.appeal === true && canAppeal(application, now) };
}

const officersMoves = [
  'accept',
  'return',
  'recommend',
  'endorse',
  'sendBack',
  'check',
  'mark',
  'unmark',
  'assign',
  'explain',
  'uphold',
  'dismiss',
] as const;

/** What an officer can do with an application now. */
export function staffCan(actor: Actor, application: Application): Record<string, boolean> {
  const moves = canDo(actor, application, officersMoves);
  return {
    ...moves,
    ...(mayComplete(actor, application) && { complete: true }),
    reveal: revealRefusal(actor, application) === undefined,
  };
}

/** Why a person may not see the full identity number; undefined when they may. */
export function revealRefusal(actor: Actor, application: Application): ErrorCode | undefined {
  if (!actor.may('person.reveal')) return 'auth.forbidden';
  if (!reaches(actor, 'person.reveal', application)) return 'notFound';
  return conflictOf(actor, application) ? 'auth.conflictOfInterest' : undefined;
}
