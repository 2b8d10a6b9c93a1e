import { clockTime } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import type { AgendaItemView, MeetingView, NoticeView } from '@shared/governance/endpoints';
import { presenceLabels } from '@shared/labels';
import { measureKindLabels } from '@shared/membership/standing-labels';

export type Meeting = MeetingView;
export type Item = AgendaItemView;
export type Seat = Meeting['seats'][number];
export type Notice = NoticeView;
export type BodySummary = Output<'governance.bodies'>['rows'][number];

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

export const isPresent = ({ presence }: Pick<Seat, 'presence'>) => presence === 'onSite' || presence === 'remote';

/** Seats that sit in the meeting, in the room or by remote. */
export function presentSeats(meeting: Meeting): Meeting['seats'] {
  return meeting.seats.filter(isPresent);
}

/** Present seats that have not voted on an item. */
export function seatsToVote(meeting: Meeting, item: Item): Meeting['seats'] {
  const voted = new Set(item.votes.map(({ seat }) => seat));
  return presentSeats(meeting).filter(({ seat }) => !voted.has(seat));
}

/** Names of seats, for sentences: 席一、席二. */
export function namesOf(meeting: Meeting, seats: readonly string[]): string {
  return meeting.seats
    .filter(({ seat }) => seats.includes(seat))
    .map(({ name, title }) => name || title)
    .join('、');
}

/** What the rule asks for: 出席 5 人，至少 3 票同意才能通过。 */
export function approvalNeeded(meeting: Meeting, item: Item): string {
  const base = `出席 ${item.present ?? meeting.quorum.present} 人，至少 ${item.needed} 票同意才能通过`;
  return item.tally.recuse > 0 ? `${base}；回避的席位不计入基数。` : `${base}。`;
}

const kindNames: Readonly<Record<string, string>> = { individual: '个人会员', unit: '单位会员' };

/** What is voted on, in one line: 吸收林知夏为个人会员, 吸收新会员 12 名, 暂停会籍：周一鸣, or the matter's title. */
export function subjectOf(item: Item): string {
  if (item.kind === 'admissionBatch') return `吸收新会员 ${item.applications.length} 名`;
  if (item.kind === 'measure') {
    const kind = item.measure?.kind ?? '';
    return `${(measureKindLabels as Readonly<Record<string, string>>)[kind] ?? '会籍事项'}：${item.subject}`;
  }
  return item.kind === 'matter' ? item.subject : `吸收${item.subject}为${kindNames[item.applicantKind ?? 'individual']}`;
}

/** Reference and kind of one application of a batch. */
export const applicationFacts = ({ reference, applicantKind }: Item['applications'][number]) =>
  `${reference}　${kindNames[applicantKind]}`;

/** 14:32 现场，15:10 离会: the arrivals and leavings of one seat. */
export function comingAndGoing(meeting: Meeting, seat: string): string {
  return meeting.attendance
    .filter((entry) => entry.seat === seat)
    .map(({ presence, at }) => `${clockTime(at)} ${presenceLabels[presence ?? ''] ?? '未到'}`)
    .join('，');
}

/** How seats may attend, as the mode of the meeting allows. */
export function waysToAttend({ mode }: Pick<Meeting, 'mode'>): readonly ('onSite' | 'remote')[] {
  if (mode === 'mixed') return ['onSite', 'remote'];
  return mode === 'remote' ? ['remote'] : ['onSite'];
}
