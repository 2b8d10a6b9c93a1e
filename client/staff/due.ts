import { dayInWords, dayOf, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import type { Stat } from '../components/stat-block';
import type { TagKind } from '../components/status-tag';
import type { IconName } from '../theme/icon-names';

type Workbench = Output<'account.workbench'>;
export type DueRow = Workbench['rows'][number];

const DAY = 24 * 60 * 60 * 1000;

export const dueIcons: Readonly<Record<string, IconName>> = {
  reviewApplication: 'file',
  secondReview: 'done',
  scheduleApplication: 'calendar',
  explainRejection: 'chat',
  decideAppeal: 'gavel',
  recheckCompliance: 'shield',
  runMeeting: 'gavel',
  vote: 'gavel',
};

export type Urgency = 'overdue' | 'today' | 'week' | 'later';

/** The groups of the workbench, most urgent first; the first three carry the names of their counts. */
export const groups: ReadonlyArray<{ readonly key: Urgency; readonly title: string; readonly tag: TagKind }> = [
  { key: 'overdue', title: '已超期', tag: 'danger' },
  { key: 'today', title: '今天到期', tag: 'warn' },
  { key: 'week', title: '七天以内', tag: 'plain' },
  { key: 'later', title: '不急', tag: 'plain' },
];

/** How soon something is due, by the day in Shanghai; without a date it can wait. */
export function urgencyOf(dueAt: string | null, now: Date): Urgency {
  if (dueAt === null) return 'later';
  const due = new Date(dueAt);
  if (due < now) return 'overdue';
  if (dayOf(due) === dayOf(now)) return 'today';
  return due.getTime() - now.getTime() < 7 * DAY ? 'week' : 'later';
}

/** What an officer reads first: how much there is to do, and where to begin. */
export function headline(counts: Workbench['counts']): string {
  const { overdue, today, week, all } = counts;
  const pieces = (upTo: number) => `${upTo}${isCut(counts, upTo) ? '+' : ''} 件`;
  if (overdue > 0 && today > 0) return `今天要办 ${pieces(overdue + today)}，先办超期的 ${overdue} 件`;
  if (overdue > 0) return `超期 ${pieces(overdue)}，先办${overdue > 1 ? '它们' : '它'}`;
  if (today > 0) return `今天要办 ${pieces(today)}`;
  if (week > 0) return `今天没有到期的，七天内要办 ${pieces(week)}`;
  return all > 0 ? `没有急事，在办 ${pieces(all)}` : '都办完了';
}

/** The most urgent are counted, up to a limit: whether it cut off some of these, counted from the most urgent on. */
const isCut = ({ all, capped }: Workbench['counts'], upTo: number) => capped && upTo === all;

/** The numbers of the workbench. */
export function statsOf(counts: Workbench['counts']): readonly Stat[] {
  const { overdue, today, week, all } = counts;
  const stat = (label: string, value: number, upTo: number): Stat => ({ label, value, more: isCut(counts, upTo) });
  return [
    { ...stat('已超期', overdue, overdue), danger: true },
    stat('今天到期', today, overdue + today),
    stat('七天以内', week, overdue + today + week),
    stat('全部在办', all, all),
  ];
}

/** What an officer reads next: 昨天以来新增 3 件，办结 5 件. */
export function changesInWords(changes: Workbench['changes'] | undefined): string {
  if (!changes || (changes.opened === 0 && changes.closed === 0)) return '昨天以来没有变动';
  return `昨天以来新增 ${changes.opened} 件，办结 ${changes.closed} 件`;
}

const ofMeetings: readonly string[] = ['runMeeting', 'vote'];

/** When something is due, as people say it: 今天 17:30 前, 超期 5 天, 今天 14:30 开会, 11月19日起. */
export function dueInWords({ kind, dueAt, since }: Pick<DueRow, 'kind' | 'dueAt' | 'since'>, now: Date): string {
  if (dueAt === null) return `${dayInWords(since, now)}起`;
  if (ofMeetings.includes(kind)) return `${momentInWords(dueAt, now)} 开会`;
  if (new Date(dueAt) >= now) return `${momentInWords(dueAt, now)} 前`;
  const days = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(dueAt))) / DAY);
  return days > 0 ? `超期 ${days} 天` : `${momentInWords(dueAt, now)} 已到期`;
}
