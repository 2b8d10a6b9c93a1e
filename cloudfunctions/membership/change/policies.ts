import type { ErrorCode } from '../../../shared/contract/errors';
import { moveOf } from '../../../shared/lifecycle';
import { changeLifecycle } from '../../../shared/membership/change-lifecycle';
import type { Actor } from '../../platform/types';
import type { MemberChange } from './changes';

/** Whether a person may keep the register for a member's city. */
export function manages(actor: Actor, { city }: { readonly city: string }): boolean {
  const cities = actor.reach('member.manage');
  return cities === 'all' || cities.includes(city);
}

/** Why a person must keep out of a change: it is about themself or their unit, or they entered it; or a colleague whom they stand in for. */
export function conflictOf(actor: Actor, { member, by, entered, account }: MemberChange): 'own' | 'entered' | null {
  if (actor.countsAsMember(member) || (account !== undefined && actor.countsAs(account))) return 'own';
  if (!actor.countsAs(by)) return null;
  return entered ? 'entered' : 'own';
}

/** Why a person may not make a move with a change now; undefined when they may. */
export function changeRefusal(actor: Actor, change: MemberChange, action: string): ErrorCode | undefined {
  const move = moveOf(changeLifecycle, change.state, action);
  if (!move) return 'wrongStatus';
  if (!actor.may(move.by)) return 'auth.forbidden';
  if (move.own) return change.by === actor.id ? undefined : 'notFound';
  if (!manages(actor, change)) return 'notFound';
  return conflictOf(actor, change) ? 'auth.conflictOfInterest' : undefined;
}

/** What a person may do with a change now. */
export const changeCan = (actor: Actor, change: MemberChange, actions: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(actions.map((action) => [action, changeRefusal(actor, change, action) === undefined]));
