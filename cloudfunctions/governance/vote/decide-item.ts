import { type Decision, decisionOf } from '../../../shared/governance/decision';
import { governance } from '../../../shared/governance/endpoints';
import { admissionText, batchText, matterText, measureText, type Place } from '../../../shared/governance/resolutions';
import { ruleVersion } from '../../../shared/rules/rule';
import { applicationFacts } from '../../membership';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { aboutOf } from '../agenda/schedule';
import { assertNoVeto } from '../agenda/veto';
import { type AgendaItem, agendaItems, assertInSession, type DecisionRecord, itemOf, itemsOf, movedItem } from '../agenda-items';
import type { Meeting } from '../meetings';

/**
 * Closes the vote on an item: quorum of this moment, a vote of every present seat, then the rule decides. The decision is
 * committed alone; what follows from it is a command of its own for each application, in the order of the agenda.
 */
export const decideItem = useCase(governance.decideItem, {
  journal: (input) => ({ aggregate: `agendaItems:${input.itemId}`, action: 'agendaItem.decide' }),
  async run({ input, actor, tx, db, now }) {
    const { meeting, item } = await itemOf(tx, input.meetingId, input.itemId);
    if (item.version !== input.version) throw new AppError('stale');
    assertInSession(meeting);
    const moved = movedItem(item, 'decide');
    const { rule } = meeting;
    if (!rule) throw new Error('a meeting in session has no voting rule');
    const { outcome, tally } = counted(decisionOf(rule.value, meeting.seats.length, meeting.attendance, item.votes));
    if (outcome === 'passed') assertNoVeto(await applicationFacts(db, unitsIn(item)));
    const place = { meetingTitle: meeting.title, order: await orderOf(db, meeting, item) };
    const decision = {
      outcome,
      tally,
      seats: meeting.seats.length,
      attendance: meeting.attendance,
      rule: ruleVersion(rule),
      resolution: textOf(place, item, outcome),
      decidedAt: now,
      decidedBy: actor.id,
    };
    const { version } = await tx.replace(agendaItems, { ...moved, decision }, { expecting: item.version });
    announce(tx, { meeting, item, decision, place });
    return { id: item._id, version, outcome, resolution: decision.resolution };
  },
});

/** Applications of units that an item is about: only those are looked up. */
const unitsIn = ({ applicationId, applicantKind, entries = [] }: AgendaItem): readonly string[] =>
  [{ applicationId, applicantKind }, ...entries].flatMap(({ applicationId: id, applicantKind: kind }) =>
    id !== undefined && kind === 'unit' ? [id] : [],
  );

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

function textOf(place: Place, item: AgendaItem, outcome: DecisionRecord['outcome']): string {
  const { kind, reference = '', applicantKind = 'individual', entries = [], measureKind, title = '' } = item;
  switch (kind) {
    case 'admission':
      return admissionText(place, { reference, applicantKind }, outcome);
    case 'admissionBatch':
      return batchText(place, entries, outcome);
    case 'measure':
      if (!measureKind) throw new Error('an item about a measure has no kind of measure');
      return measureText(place, measureKind, reference, outcome);
    case 'matter':
      return matterText(place, title, outcome);
  }
}

interface Decided {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly decision: DecisionRecord;
  readonly place: Place;
}

/** One event for what was decided; for a batch one for each application, as if it had been decided alone. */
function announce(tx: Transaction, { meeting, item, decision, place }: Decided): void {
  const { outcome, resolution, decidedAt } = decision;
  const common = { type: 'agendaItem.decided', meeting: meeting._id, outcome, decidedAt: decidedAt.toISOString() };
  if (item.kind !== 'admissionBatch') {
    // What a matter is called was typed by somebody: its resolution stays in the item.
    const told = item.kind === 'matter' ? {} : { resolution };
    tx.emit({ ...common, ...aboutOf(item), item: item._id, ...told });
    return;
  }
  for (const entry of item.entries ?? [])
    tx.emit({
      ...common,
      application: entry.applicationId,
      item: entry.item,
      batch: item._id,
      resolution: admissionText(place, entry, outcome),
    });
}
