import { type Lifecycle, moveOf, movesFrom } from '../../shared/lifecycle';
import { AppError } from '../platform/errors';

/**
 * The state that an action leads to.
 *
 * @throws wrongStatus, with the moves that people can make, when the lifecycle does not know the action in this state
 */
export function move<State extends string>(lifecycle: Lifecycle<State>, state: State, action: string): State {
  const found = moveOf(lifecycle, state, action);
  if (found) return found.to;
  const possible = movesFrom(lifecycle, state).filter((name) => moveOf(lifecycle, state, name)?.by !== 'system');
  throw new AppError('wrongStatus', { fields: { state, possible: possible.join(' ') } });
}
