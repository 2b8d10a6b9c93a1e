import { presentSeats, votesNeeded } from '../../../shared/governance/decision';
import type { AgendaItemView } from '../../../shared/governance/endpoints';
import { tallyOf } from '../../../shared/governance/voting';
import type { VotingRule } from '../../../shared/rules/measures';
import type { Actor } from '../../platform/types';
import type { AgendaItem, PlacedItem } from '../agenda-items';
import { type Meeting, seatOf } from '../meetings';
import { itemCan, partySeats } from '../policies';

type Subjects = ReadonlyMap<string, string>;

/** An item as the page of its meeting shows it. `subjects`: names by application and measure that the reader may see. */
export function itemView(
  meeting: Meeting,
  { item, order }: PlacedItem,
  subjects: Subjects,
  rule: VotingRule,
  actor: Actor,
): AgendaItemView {
  const seat = seatOf(meeting, actor.id)?.seat;
  const { decision } = item;
  const present = presentSeats(decision?.attendance ?? meeting.attendance);
  const counted = item.votes.filter((vote) => present.includes(vote.seat));
  const recusals = partySeats(meeting, item.parties);
  return {
    id: item._id,
    order,
    ...whatOf(item, subjects),
    applications: applicationsOf(meeting, item, subjects, actor),
    state: item.state,
    version: item.version,
    tally: decision?.tally ?? tallyOf(counted.map(({ choice }) => choice)),
    votes: item.votes.map((vote) => ({ seat: vote.seat, choice: vote.choice, by: vote.by })),
    corrections: item.corrections.map(({ account: _account, at, ...trace }) => ({ ...trace, at: at.toISOString() })),
    own: item.votes.find((vote) => vote.seat === seat)?.choice ?? null,
    mustRecuse: seat !== undefined && recusals.includes(seat),
    recusals: [...recusals],
    outcome: decision?.outcome ?? null,
    decidedAt: decision?.decidedAt.toISOString() ?? null,
    needed: votesNeeded(rule, present, item.votes),
    present: decision ? present.length : null,
    resolution: decision?.resolution ?? null,
    can: itemCan(meeting, item, actor),
  };
}

/** What an item is about, by its kind. */
function whatOf(item: AgendaItem, subjects: Subjects) {
  const { kind, applicationId, measureId, measureKind = '', reference = '' } = item;
  const about = applicationId ?? measureId;
  return {
    kind,
    applicationId: applicationId ?? null,
    applicantKind: item.applicantKind ?? null,
    subject: about === undefined ? (item.title ?? '') : (subjects.get(about) ?? reference),
    text: item.text ?? null,
    measure: measureId === undefined ? null : { id: measureId, kind: measureKind, reference },
  };
}

function applicationsOf(meeting: Meeting, { entries = [] }: AgendaItem, subjects: Subjects, actor: Actor) {
  return entries.map(({ applicationId, reference, applicantKind, parties }) => ({
    applicationId,
    reference,
    applicantKind,
    subject: subjects.get(applicationId) ?? reference,
    own: seatOf(meeting, actor.id) !== undefined && parties.includes(actor.id),
    parties: [...partySeats(meeting, parties)],
  }));
}
