import { decisionOf } from '../../../shared/governance/decision';
import { governance } from '../../../shared/governance/endpoints';
import { type RuleBook, versionsOf } from '../../../shared/rules/book';
import type { VotingRule } from '../../../shared/rules/measures';
import { ruleVersion } from '../../../shared/rules/rule';
import { votingRules } from '../../../shared/rules/rules';
import { page } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { freshBook } from '../../rules';
import { type AgendaItem, agendaItems, type DecisionRecord } from '../agenda-items';
import { meetings } from '../meetings';

type Rules = ReadonlyMap<string, VotingRule>;

/** Works stored decisions out again from their attendance and votes, under the rule of their day and under another version. */
export const replayDecisions = useCase(governance.replayDecisions, {
  async run({ input, db }) {
    const decided = { where: { state: 'decided' }, limit: 20 } as const;
    const [{ rows, next }, book] = await Promise.all([page(db, agendaItems, decided, input.cursor), freshBook(db)]);
    const rules = votingRulesIn(book);
    const under = input.under && ruleVersion(input.under);
    if (under !== undefined && !rules.has(under)) throw new AppError('notFound');
    const held = await db.getMany(meetings, [...new Set(rows.map(({ meetingId }) => meetingId))]);
    const titleOf = new Map(held.map(({ _id, title }) => [_id, title]));
    const replayed = rows.flatMap((item) =>
      item.decision ? [{ ...replay(item, item.decision, rules, under), meetingTitle: titleOf.get(item.meetingId) ?? '' }] : [],
    );
    return { rows: replayed, next };
  },
});

function replay(item: AgendaItem, decision: DecisionRecord, rules: Rules, under: string | undefined) {
  const outcomeUnder = (version: string) => {
    const rule = rules.get(version);
    return rule ? outcomeOf(rule, item, decision) : null;
  };
  const again = outcomeUnder(decision.rule);
  return {
    item: item._id,
    reference: item.reference ?? '',
    entries: item.entries?.length ?? 0,
    decidedAt: decision.decidedAt.toISOString(),
    rule: decision.rule,
    stored: decision.outcome,
    again,
    same: again === decision.outcome,
    under: under !== undefined && keyOf(under) === keyOf(decision.rule) ? outcomeUnder(under) : null,
  };
}

const keyOf = (version: string) => version.slice(0, version.lastIndexOf('@'));

/** Every version of every voting rule, as decisions name it. */
function votingRulesIn(book: RuleBook): Rules {
  const versions = Object.values(votingRules).flatMap((rule) => versionsOf(book, rule));
  return new Map(versions.map((version) => [ruleVersion(version), version.value]));
}

function outcomeOf(rule: VotingRule, { votes }: AgendaItem, { seats, attendance }: DecisionRecord) {
  const decision = decisionOf(rule, seats, attendance, votes);
  return decision.kind === 'decided' ? decision.outcome : decision.kind;
}
