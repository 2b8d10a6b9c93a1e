import { type Decision, decisionOf } from '../../shared/governance/decision';
import { governance } from '../../shared/governance/endpoints';
import { resolutionText } from '../../shared/governance/naming';
import { ruleVersion, votingRules } from '../../shared/rules/rules';
import { AppError } from '../platform/errors';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { type AgendaItem, agendaItems, assertInSession, itemOf, itemsOf, movedItem } from './agenda-items';
import type { Meeting } from './meetings';

/**
 * Closes the vote on an item: quorum of this moment, a vote of every present seat, then the rule decides. The decision is
 * committed alone; what follows from it is a command of its own, in the order of the agenda.
 */
export const decideItem = useCase(governance.decideItem, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.decide' }),
  async run({ input, actor, tx, db, now }) {
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    if (item.version !== input.version) throw new AppError('stale');
    assertInSession(meeting);
    const moved = movedItem(item, 'decide');
    const rule = votingRules[meeting.body];
    const { outcome, tally } = counted(decisionOf(rule.value, meeting.seats.length, meeting.attendance, item.votes));
    const resolution = resolutionText({
      meetingTitle: meeting.title,
      order: await orderOf(db, meeting, item),
      reference: item.reference,
      outcome,
    });
    const decision = {
      outcome,
      tally,
      attendance: meeting.attendance,
      rule: ruleVersion(rule),
      resolution,
      decidedAt: now,
      decidedBy: actor.id,
    };
    const { version } = await tx.replace(agendaItems, { ...moved, decision }, { expecting: item.version });
    tx.emit({
      type: 'agendaItem.decided',
      application: item.applicationId,
      item: item._id,
      meeting: meeting._id,
      outcome,
      resolution,
      decidedAt: now.toISOString(),
    });
    return { id: item._id, version, outcome, resolution };
  },
});

/** @throws meeting.noQuorum, vote.incomplete */
function counted(decision: Decision): Extract<Decision, { readonly kind: 'decided' }> {
  switch (decision.kind) {
    case 'noQuorum':
      throw new AppError('meeting.noQuorum');
    case 'incomplete':
      throw new AppError('vote.incomplete', { fields: { seats: decision.missing.join(' ') } });
    case 'decided':
      return decision;
  }
}

/** Place on the agenda; no number changes once the session has begun. */
async function orderOf(db: Reader, meeting: Meeting, item: AgendaItem): Promise<number> {
  const items = await itemsOf(db, meeting._id);
  return items.find((placed) => placed.item._id === item._id)?.order ?? 0;
}
