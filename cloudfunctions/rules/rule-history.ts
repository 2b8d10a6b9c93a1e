import { ruleOfKey } from '../../shared/rules/all';
import { inForce, versionsOf } from '../../shared/rules/book';
import { type ProposalView, rules } from '../../shared/rules/endpoints';
import { AppError } from '../platform/errors';
import { accountNames } from '../platform/names';
import type { Actor } from '../platform/types';
import { useCase } from '../platform/use-case';
import { freshBook } from './book';
import { type RuleProposal, refusalOf, ruleProposals } from './proposals';
import { approveBefore, earliestDay } from './times';

/** One rule: what holds, what held and will hold, who proposed and decided what. */
export const ruleHistory = useCase(rules.rule, {
  async run({ input, actor, db, now }) {
    const rule = ruleOfKey(input.key);
    if (!rule) throw new AppError('notFound');
    const latest = { where: { key: rule.key }, order: [['at', 'desc']], limit: 20 } as const;
    const [book, proposals] = await Promise.all([freshBook(db), db.find(ruleProposals, latest)]);
    const nameOf = await accountNames(
      db,
      proposals.flatMap(({ by, decidedBy }) => [by, decidedBy]),
    );
    const isOpen = proposals.some(({ state }) => state === 'open');
    return {
      key: rule.key,
      title: rule.title,
      measure: rule.measure,
      inForce: inForce(book, rule, now),
      versions: [...versionsOf(book, rule)].reverse(),
      proposals: proposals.map((proposal) => presentProposal(proposal, actor, (id) => nameOf(id) ?? '', now)),
      earliest: earliestDay(now),
      can: { propose: actor.may('rule.propose') && !isOpen, replay: actor.may('audit.read') && rule.measure.kind === 'voting' },
    };
  },
});

function presentProposal(proposal: RuleProposal, actor: Actor, nameOf: (id: string) => string, now: Date): ProposalView {
  const { _id, state, value, effectiveFrom, source, note, by, at, decidedBy, decidedAt, reason } = proposal;
  const may = (action: Parameters<typeof refusalOf>[2]) => refusalOf(actor, proposal, action, now) === undefined;
  return {
    id: _id,
    state,
    value,
    effectiveFrom,
    source,
    note,
    by: nameOf(by),
    at: at.toISOString(),
    approveBefore: approveBefore(effectiveFrom).toISOString(),
    decidedBy: decidedBy === undefined ? null : nameOf(decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
    reason: reason ?? null,
    can: { approve: may('approve'), reject: may('reject'), withdraw: may('withdraw') },
  };
}
