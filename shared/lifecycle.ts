import type { Permission } from './access/permissions';

/** One legal move: where it leads, which permission makes it, and what must come with it. */
export interface Move<State extends string, By extends string = Permission | 'system'> {
  readonly to: State;
  /** `system` moves follow from a decision elsewhere and are made by nobody's tap. */
  readonly by: By;
  readonly needs?: 'fieldNotes' | 'checklist' | 'reason' | 'evidence';
  /** Only the owner of the record may make it. */
  readonly own?: true;
}

/** State → action → move. What is not here cannot happen. */
export type Lifecycle<State extends string, By extends string = Permission | 'system'> = Readonly<
  Record<State, Readonly<Record<string, Move<State, By>>>>
>;

/** The actions that a lifecycle knows in a state. */
export function movesFrom<State extends string>(lifecycle: Lifecycle<State, string>, state: State): readonly string[] {
  return Object.keys(lifecycle[state]);
}

/** The move, or undefined when it is not possible in this state. Own properties only. */
export function moveOf<State extends string, By extends string>(
  lifecycle: Lifecycle<State, By>,
  state: State,
  action: string,
): Move<State, By> | undefined {
  const moves = lifecycle[state];
  return Object.hasOwn(moves, action) ? moves[action] : undefined;
}
