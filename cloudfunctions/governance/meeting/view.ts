import { quorumOf } from '../../../shared/governance/decision';
import type { MeetingView, NoticeView } from '../../../shared/governance/endpoints';
import type { VotingRule } from '../../../shared/rules/measures';
import { type Rule, ruleVersion } from '../../../shared/rules/rule';
import type { Actor } from '../../platform/types';
import { itemView } from '../agenda/item-view';
import type { PlacedItem } from '../agenda-items';
import { type Meeting, type Notice, seatOf } from '../meetings';
import { meetingCan, mustConfirm, opensPapers } from '../policies';

/** Names opened for this reader: of seat holders by account, of applicants and members concerned by application and measure. */
export interface Names {
  readonly holders: ReadonlyMap<string, string>;
  readonly subjects: ReadonlyMap<string, string>;
}

/** A meeting as its page shows it, with what the reader can do. `rule` is the one it goes by, or would today. */
export function meetingView(
  meeting: Meeting,
  items: readonly PlacedItem[],
  names: Names,
  rule: Rule<VotingRule>,
  actor: Actor,
): MeetingView {
  const attendance = new Map(meeting.attendance.map((entry) => [entry.seat, entry]));
  const pause = meeting.state === 'adjourned' ? meeting.pauses[meeting.pauses.length - 1] : undefined;
  return {
    id: meeting._id,
    body: meeting.body,
    term: meeting.term,
    title: meeting.title,
    at: meeting.at.toISOString(),
    place: meeting.place,
    mode: meeting.mode,
    state: meeting.state,
    version: meeting.version,
    startedAt: iso(meeting.startedAt),
    closedAt: iso(meeting.closedAt),
    resumesAt: iso(pause?.resumesAt),
    seats: meeting.seats.map(({ seat, title, holder }) => ({
      seat,
      title,
      name: (holder !== null && names.holders.get(holder)) || '',
      presence: attendance.get(seat)?.presence ?? null,
      by: attendance.get(seat)?.by ?? null,
    })),
    attendance: meeting.log.map(({ seat, presence, by, at }) => ({ seat, presence, by, at: at.toISOString() })),
    ownSeat: seatOf(meeting, actor.id)?.seat ?? null,
    quorum: {
      ...quorumOf(rule.value, meeting.seats.length, meeting.attendance),
      rule: ruleVersion(rule),
      source: rule.source,
    },
    notices: [...meeting.notices].reverse().map((notice) => noticeView(notice, opensPapers(actor)(meeting))),
    mustConfirm: mustConfirm(meeting, actor),
    items: items.map((placed) => itemView(meeting, placed, names.subjects, rule.value, actor)),
    can: meetingCan(meeting, actor),
  };
}

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

function noticeView({ number, sentAt, text, changeReason, at, place, papers, receipts }: Notice, opens: boolean): NoticeView {
  return {
    number,
    sentAt: sentAt.toISOString(),
    text,
    changeReason: changeReason ?? null,
    at: at.toISOString(),
    place,
    papers: opens ? papers.map(({ id, title, kind }) => ({ id, title, kind })) : [],
    receipts: receipts.map(({ seat, confirmedAt }) => ({ seat, confirmedAt: iso(confirmedAt) })),
  };
}
