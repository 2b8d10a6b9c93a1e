import type { ErrorCode } from '../../../shared/contract/errors';
import { moveOf, movesFrom } from '../../../shared/lifecycle';
import { type MeasureKind, mayDo, measureKinds, measureLifecycle, standingLifecycle } from '../../../shared/membership/standing';
import type { Actor } from '../../platform/types';
import type { Measure } from '../measures';
import { isForgotten, isOwn, type Member } from '../members';

/** Whether a permission of this person reaches a member: of one of their cities. */
function reachesMember(
  actor: Actor,
  permission: 'member.read' | 'member.manage' | 'person.reveal',
  { city }: Pick<Member, 'city'>,
): boolean {
  const cities = actor.reach(permission);
  return cities === 'all' || cities.includes(city);
}

/** Whether a person may see a member as staff. */
export const staffSeesMember = (actor: Actor, member: Pick<Member, 'city'>): boolean =>
  reachesMember(actor, 'member.read', member);

/**
 * Whether it is the person's own membership, or that of a unit they represent, or a colleague's whom they stand in for: staff
 * keep out of it.
 */
const isParty = (actor: Actor, { _id, account }: Member): boolean =>
  actor.countsAsMember(_id) || (account !== undefined && actor.countsAs(account));

/** Why a person may not do something to a member as staff; undefined when they may. */
export function manageRefusal(actor: Actor, member: Member): ErrorCode | undefined {
  if (!actor.may('member.manage')) return 'auth.forbidden';
  if (!reachesMember(actor, 'member.manage', member)) return 'notFound';
  return isParty(actor, member) ? 'auth.conflictOfInterest' : undefined;
}

/** Why a person may not see the full numbers of a member; undefined when they may. Of who was forgotten there are none. */
export function revealMemberRefusal(actor: Actor, member: Member): ErrorCode | undefined {
  if (!actor.may('person.reveal')) return 'auth.forbidden';
  if (!reachesMember(actor, 'person.reveal', member)) return 'notFound';
  if (isParty(actor, member)) return 'auth.conflictOfInterest';
  return isForgotten(member) ? 'wrongStatus' : undefined;
}

/** Why a person may not make a move now; undefined when they may. The one rule behind what is refused and what `can` offers. */
export function moveRefusal(actor: Actor, member: Member, action: string): ErrorCode | undefined {
  const move = moveOf(standingLifecycle, member.standing, action);
  // A unit is dissolved, it does not die.
  if (!move || (action === 'recordDeath' && member.kind === 'unit')) return 'wrongStatus';
  if (move.by === 'member') return isOwn(actor, member) ? undefined : 'notFound';
  if (move.by === 'member.manage') return manageRefusal(actor, member);
  return actor.kind === 'system' ? undefined : 'auth.forbidden';
}

/** Measures that a meeting could decide about a member in this standing. */
export const possibleMeasures = ({ standing }: Pick<Member, 'standing'>): readonly MeasureKind[] =>
  measureKinds.filter((kind) => moveOf(standingLifecycle, standing, kind) !== undefined);

/** The moves that people make in a standing, for a refusal to name. */
export const possibleMoves = ({ standing }: Pick<Member, 'standing'>): readonly string[] =>
  movesFrom(standingLifecycle, standing).filter((action) => {
    const by = moveOf(standingLifecycle, standing, action)?.by;
    return by === 'member' || by === 'member.manage';
  });

/** What an officer can do with a member now, for the member's page. */
export function memberCan(actor: Actor, member: Member): Record<string, boolean> {
  const mayManage = manageRefusal(actor, member) === undefined;
  const inForce = mayDo(member.standing, 'certificateInForce');
  const moves = ['warn', 'liftWarning', 'recordDeath', 'transferOut'].map((action) => [
    action,
    moveRefusal(actor, member, action) === undefined,
  ]);
  const measures = measureKinds.map((kind) => [kind, mayManage && possibleMeasures(member).includes(kind)]);
  return {
    ...Object.fromEntries([...moves, ...measures]),
    reveal: revealMemberRefusal(actor, member) === undefined,
    remind: mayManage && inForce,
    changeRepresentative: mayManage && member.kind === 'unit' && mayDo(member.standing, 'changeRepresentative'),
    reissueCertificate: mayManage && inForce,
    revokeCertificate: mayManage && inForce,
    settleResignation: mayManage && member.standing === 'resigned' && member.settledAt === undefined,
  };
}

/** Why an officer may not withdraw a measure; undefined when they may. */
export function withdrawRefusal(actor: Actor, measure: Measure): ErrorCode | undefined {
  if (!actor.may('member.manage')) return 'auth.forbidden';
  if (!reachesMember(actor, 'member.manage', measure)) return 'notFound';
  if (measure.parties.some(actor.countsAs)) return 'auth.conflictOfInterest';
  return moveOf(measureLifecycle, measure.state, 'withdraw') ? undefined : 'wrongStatus';
}
