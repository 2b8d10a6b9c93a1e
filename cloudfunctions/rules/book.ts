import { inForce, type RuleBook } from '../../shared/rules/book';
import type { DefinedRule, Rule } from '../../shared/rules/rule';
import type { Reader } from '../platform/types';
import { ruleRecords } from './records';

/**
 * How long a warm instance goes by the book it read, in ms. A change takes effect on a later day and is approved more than this
 * before that day begins (`times.ts`), so a remembered book is never behind.
 */
export const rememberedFor = 60_000;
let remembered: { readonly book: RuleBook; readonly until: number } | undefined;

/**
 * The rules as they hold at a moment: `const rule = await rulesOf(db, now); rule(reviewWorkingDays).value`. One database call
 * a minute in each instance.
 */
export async function rulesOf(db: Pick<Reader, 'find'>, now: Date): Promise<<T>(first: DefinedRule<T>) => Rule<T>> {
  const book = await bookOf(db);
  return (first) => inForce(book, first, now);
}

/** Every approved version there is, perhaps a minute old: good for what holds now, not for showing what was just approved. */
async function bookOf(db: Pick<Reader, 'find'>): Promise<RuleBook> {
  // By the clock that functions see, in either direction: it may be set.
  const left = (remembered?.until ?? 0) - Date.now();
  if (remembered && left > 0 && left <= rememberedFor) return remembered.book;
  const until = Date.now() + rememberedFor;
  const book = await freshBook(db);
  remembered = { book, until };
  return book;
}

/** Every approved version there is at this moment. One database call. */
export async function freshBook(db: Pick<Reader, 'find'>): Promise<RuleBook> {
  const records = await db.find(ruleRecords, { where: {}, limit: 100 });
  return new Map(records.map(({ _id, versions }) => [_id, versions]));
}
