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

/** Present seats that have not voted on an item. */
export function seatsToVote(meeting: Meeting, item: Item): Meeting['seats'] {
  const voted = new Set(item.votes.map(({ seat }) => seat));
  return meeting.seats.filter(({ seat, presence }) => (presence === 'onSite' || presence === 'remote') && !voted.has(seat));
}

export function subjectOf(item: Item): string {
  return `吸收${item.subject}为个人会员`;
}
