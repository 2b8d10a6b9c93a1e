import type { Reaction, ServedContext } from './types';

type Reactions = Readonly<Record<string, readonly Reaction[]>>;

/** Reactions of several areas to the same events, one after the other. */
export function mergedReactions(...tables: readonly Reactions[]): Reactions {
  const types = new Set(tables.flatMap((table) => Object.keys(table)));
  return Object.fromEntries([...types].map((type) => [type, tables.flatMap((table) => table[type] ?? [])]));
}

/** One context made of its areas. */
export function merged(...areas: readonly ServedContext[]): ServedContext {
  return {
    useCases: areas.flatMap(({ useCases }) => useCases),
    reactions: mergedReactions(...areas.map(({ reactions = {} }) => reactions)),
  };
}
