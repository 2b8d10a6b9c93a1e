import { moveOf, movesFrom } from '../../../shared/lifecycle';
import { changeLifecycle } from '../../../shared/membership/change-lifecycle';
import { AppError } from '../../platform/errors';
import type { Actor } from '../../platform/types';
import type { MemberChange } from './changes';
import { changeRefusal } from './policies';

/**
 * The change after a move, not yet stored; it no longer keeps another from waiting.
 *
 * @throws wrongStatus with the possible moves, auth.conflictOfInterest, auth.forbidden, notFound
 */
export function changeMoved(actor: Actor, change: MemberChange, action: string, now: Date): MemberChange {
  const refusal = changeRefusal(actor, change, action);
  const move = moveOf(changeLifecycle, change.state, action);
  if (!move || refusal === 'wrongStatus') {
    const possible = movesFrom(changeLifecycle, change.state).join(' ');
    throw new AppError('wrongStatus', { fields: { state: change.state, possible } });
  }
  if (refusal) throw new AppError(refusal);
  return { ...change, state: move.to, live: change._id, decidedAt: now, decidedBy: actor.id };
}
