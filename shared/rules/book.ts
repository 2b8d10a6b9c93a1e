import { dayOf } from '../dates';
import type { Rule } from './rules';

/** Every approved version of every rule that was ever changed, by key, in any order. What is not here is as `rules.ts` has it. */
export type RuleBook = ReadonlyMap<string, readonly Rule<unknown>[]>;

/**
 * The version of a rule that holds at a moment: of those in effect on that day (Asia/Shanghai) the newest. The one in
 * `rules.ts` is version 1 and holds when no other does.
 */
export function inForce<T>(book: RuleBook, first: Rule<T>, at: Date): Rule<T> {
  const day = dayOf(at);
  const versions = (book.get(first.key) ?? []).filter(({ effectiveFrom }) => effectiveFrom <= day);
  return versions.reduce<Rule<T>>((newest, version) => (version.version > newest.version ? (version as Rule<T>) : newest), first);
}
