import { endOfWorkingDay, yearOf } from '../../shared/dates';
import { type AnyRule, ruleGroups } from '../../shared/rules/all';
import { inForce, type RuleBook, versionsOf } from '../../shared/rules/book';
import { calendar } from '../../shared/rules/calendar';
import { rules } from '../../shared/rules/endpoints';
import { ruleGroupKeys } from '../../shared/rules/groups';
import { reviewWorkingDays } from '../../shared/rules/rules';
import { knowsYear } from '../../shared/rules/working-day';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { freshBook } from './book';
import { type RuleProposal, ruleProposals } from './proposals';

/** The rules of a group as they hold now. */
export const listRules = useCase(rules.rules, {
  async run({ input, actor, db, now }) {
    const [book, open] = await Promise.all([freshBook(db), openProposals(db)]);
    return {
      rows: ruleGroups[input.group].map((rule) => rowOf(rule, book, open, now)),
      waiting: Object.fromEntries(ruleGroupKeys.map((group) => [group, waitingIn(ruleGroups[group], open)])),
      yearMissing: yearMissing(book, now),
      can: { replay: actor.may('audit.read') },
    };
  },
});

/** One for each rule at most, of which there are few. */
const openProposals = (db: Reader) => db.find(ruleProposals, { where: { state: 'open' }, order: [['key', 'asc']], limit: 100 });

const waitingIn = (group: readonly AnyRule[], open: readonly RuleProposal[]) =>
  open.filter((proposal) => group.some(({ key }) => key === proposal.key)).length;

function rowOf(rule: AnyRule, book: RuleBook, open: readonly RuleProposal[], now: Date) {
  const versions = versionsOf(book, rule);
  const current = inForce(book, rule, now);
  return {
    key: rule.key,
    title: rule.title,
    measure: rule.measure,
    inForce: current,
    next: versions.find(({ version }) => version > current.version) ?? null,
    versions: versions.length,
    proposedFrom: open.find(({ key }) => key === rule.key)?.effectiveFrom ?? null,
  };
}

/** The year of a deadline that is set today, or today's, if the notice about its holidays is not entered. */
function yearMissing(book: RuleBook, now: Date): number | null {
  const known = inForce(book, calendar, now).value;
  const dueAt = endOfWorkingDay(now, inForce(book, reviewWorkingDays, now).value, known);
  return [yearOf(now), yearOf(dueAt)].find((year) => !knowsYear(known, year)) ?? null;
}
