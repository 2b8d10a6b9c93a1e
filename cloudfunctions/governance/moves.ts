import { type Lifecycle, moveOf, movesFrom } from '../../shared/lifecycle';
import { AppError } from '../platform/errors';

/**
 * The state that an action leads to.
 *
 * @throws wrongStatus, with the moves that are possible, when the lifecycle does not know the action in this state
 */
export function move<State extends string>(lifecycle: Lifecycle<State>, state: State, action: string): State {
  const found = moveOf(lifecycle, state, action);
  if (!found) throw new AppError('wrongStatus', { fields: { state, possible: movesFrom(lifecycle, state).join(' ') } });
  return found.to;
}
