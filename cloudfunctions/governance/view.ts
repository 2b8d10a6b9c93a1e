import { presentSeats, quorumOf, votesNeeded } from '../../shared/governance/decision';
import type { AgendaItemView, MeetingView } from '../../shared/governance/endpoints';
import { tallyOf } from '../../shared/governance/voting';
import { ruleVersion, votingRules } from '../../shared/rules/rules';
import type { Actor } from '../platform/types';
import type { PlacedItem } from './agenda-items';
import { type Meeting, seatOf } from './meetings';
import { itemCan, meetingCan } from './policies';

/** Names opened for this reader: of seat holders by account, of applicants by application. */
export interface Names {
  readonly holders: ReadonlyMap<string, string>;
  readonly applicants: ReadonlyMap<string, string>;
}

/** A meeting as its page shows it, with what the reader can do. */
export function meetingView(meeting: Meeting, items: readonly PlacedItem[], names: Names, actor: Actor): MeetingView {
  const rule = votingRules[meeting.body];
  const attendance = new Map(meeting.attendance.map((entry) => [entry.seat, entry]));
  return {
    id: meeting._id,
    body: meeting.body,
    title: meeting.title,
    at: meeting.at.toISOString(),
    place: meeting.place,
    state: meeting.state,
    version: meeting.version,
    seats: meeting.seats.map(({ seat, title, holder }) => ({
      seat,
      title,
      name: (holder !== null && names.holders.get(holder)) || '',
      presence: attendance.get(seat)?.presence ?? null,
      by: attendance.get(seat)?.by ?? null,
    })),
    ownSeat: seatOf(meeting, actor.id)?.seat ?? null,
    quorum: {
      ...quorumOf(rule.value, meeting.seats.length, meeting.attendance),
      rule: ruleVersion(rule),
      source: rule.source,
    },
    items: items.map((placed) => itemView(meeting, placed, names, actor)),
    can: meetingCan(meeting, actor),
  };
}

function itemView(meeting: Meeting, { item, order }: PlacedItem, names: Names, actor: Actor): AgendaItemView {
  const seat = seatOf(meeting, actor.id)?.seat;
  const present = presentSeats(item.decision?.attendance ?? meeting.attendance);
  return {
    id: item._id,
    order,
    kind: item.kind,
    applicationId: item.applicationId,
    subject: names.applicants.get(item.applicationId) ?? item.reference,
    state: item.state,
    version: item.version,
    tally: item.decision?.tally ?? tallyOf(item.votes.map(({ choice }) => choice)),
    votes: item.votes.map((vote) => ({ seat: vote.seat, choice: vote.choice, by: vote.by })),
    own: item.votes.find((vote) => vote.seat === seat)?.choice ?? null,
    mustRecuse: seat !== undefined && item.parties.includes(actor.id),
    outcome: item.decision?.outcome ?? null,
    needed: votesNeeded(votingRules[meeting.body].value, present, item.votes),
    resolution: item.decision?.resolution ?? null,
    can: itemCan(meeting, item, actor),
  };
}
