import { dayOf } from '../dates';
import type { DefinedRule, Rule } from './rule';

/** Every approved version of every rule that was ever changed, by key, in any order. What is not here is as `rules.ts` has it. */
export type RuleBook = ReadonlyMap<string, readonly Rule<unknown>[]>;

/**
 * The version of a rule that holds at a moment: of those in effect on that day (Asia/Shanghai) the newest. The one the program
 * is delivered with is version 1 and holds when no other does.
 */
export function inForce<T>(book: RuleBook, first: DefinedRule<T>, at: Date): Rule<T> {
  const day = dayOf(at);
  const versions = versionsOf(book, first).filter(({ effectiveFrom }) => effectiveFrom <= day);
  return versions.reduce((newest, one) => (one.version > newest.version ? one : newest));
}

/** Every version of a rule, the first of them first. */
export function versionsOf<T>(
  book: RuleBook,
  { key, version, effectiveFrom, source, value }: DefinedRule<T>,
): readonly Rule<T>[] {
  return [{ key, version, effectiveFrom, source, value }, ...((book.get(key) ?? []) as readonly Rule<T>[])];
}
