import { dayOf } from '../../shared/dates';
import { type AnyRule, ruleOfKey } from '../../shared/rules/all';
import { rules } from '../../shared/rules/endpoints';
import type { Rule } from '../../shared/rules/rule';
import { schemaOf } from '../../shared/rules/schemas';
import { canonical } from '../platform/canonical';
import { AppError } from '../platform/errors';
import { parsePart } from '../platform/parse';
import { useCase } from '../platform/use-case';
import { ruleProposals } from './proposals';
import { ruleRecords } from './records';
import { canTakeEffect } from './times';

/** Furthest day ahead, in days: what lies beyond will be decided better when it comes nearer. */
const furthest = 730;

/** Proposes the next version of a rule; it holds once somebody else has approved it, from its first day on. */
export const proposeRule = useCase(rules.proposeRule, {
  journal: (_input, output) => ({ aggregate: `ruleProposals:${output.id}`, action: 'rule.propose' }),
  async run({ input, actor, tx, now, newId }) {
    const { key, effectiveFrom, source, note } = input;
    const known = ruleOfKey(key);
    if (!known) throw new AppError('notFound');
    const value = parsePart(schemaOf(known.measure), input.value, 'value');
    const latest = await latestVersion(known, async () => (await tx.get(ruleRecords, key))?.versions);
    assertDay(effectiveFrom, latest, now);
    if (canonical(value) === canonical(latest.value)) throw invalid('value', 'value.unchanged');
    const open = new AppError('wrongStatus', { message: '这条规则已有一项修改待审批，请先办结' });
    const proposal = { key, value, effectiveFrom, source, note, by: actor.id, at: now };
    const { _id, state } = await tx.add(ruleProposals, { _id: newId(), ...proposal, state: 'open', live: key }, open);
    tx.emit({ type: 'rule.proposed', proposal: _id, rule: key, by: actor.id, effectiveFrom });
    return { id: _id, key, state };
  },
});

async function latestVersion(first: AnyRule, later: () => Promise<readonly Rule<unknown>[] | undefined>): Promise<Rule<unknown>> {
  return (await later())?.at(-1) ?? first;
}

/** @throws request.invalid unless it is a later day that can still be approved, not before that of the latest version */
function assertDay(effectiveFrom: string, latest: Rule<unknown>, now: Date): void {
  if (!canTakeEffect(effectiveFrom, now)) throw invalid('effectiveFrom', 'date.tooSoon');
  if (effectiveFrom > dayOf(now.getTime() + furthest * 24 * 3600_000)) throw invalid('effectiveFrom', 'date.tooFar');
  // An older day would be overtaken by the version that is approved already.
  if (effectiveFrom < latest.effectiveFrom) throw invalid('effectiveFrom', 'date.beforeLatest');
}

const invalid = (field: string, code: string) => new AppError('request.invalid', { fields: { [field]: code } });
