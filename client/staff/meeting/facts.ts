import type { AgendaItemView, MeetingView } from '@shared/governance/endpoints';

export type Meeting = MeetingView;
export type Item = AgendaItemView;

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 议题一 … 议题十二: the order of an item as the agenda prints it. */
export function itemName(order: number): string {
  if (order <= 10) return `议题${numerals[order]}`;
  if (order < 20) return `议题十${numerals[order - 10]}`;
  return `议题${order}`;
}

/** The item being voted on, if any. */
export function openItem(meeting: Meeting): Item | undefined {
  return meeting.items.find(({ state }) => state === 'open');
}

/** The next item to vote on, while no other vote is open. */
export function nextItem(meeting: Meeting): Item | undefined {
  if (openItem(meeting)) return undefined;
  return meeting.items.find(({ state, can }) => state === 'pending' && can.open);
}

/** Reads that change with everything that happens in a meeting. */
export const changedByMeeting = ['governance.meeting', 'governance.meetings', 'account.workbench'] as const;

/** Present seats that have not voted on an item. */
export function seatsToVote(meeting: Meeting, item: Item): Meeting['seats'] {
  const voted = new Set(item.votes.map(({ seat }) => seat));
  return presentSeats(meeting).filter(({ seat }) => !voted.has(seat));
}

/** Seats that sit in the meeting, in the room or by remote. */
export function presentSeats(meeting: Meeting): Meeting['seats'] {
  return meeting.seats.filter(({ presence }) => presence === 'onSite' || presence === 'remote');
}

/** What the rule asks for: 出席 5 人，至少 3 票同意才能通过。 */
export function approvalNeeded(meeting: Meeting, item: Item): string {
  const base = `出席 ${meeting.quorum.present} 人，至少 ${item.needed} 票同意才能通过`;
  return item.tally.recuse > 0 ? `${base}；回避的席位不计入基数。` : `${base}。`;
}

export function subjectOf(item: Item): string {
  return `吸收${item.subject}为个人会员`;
}
