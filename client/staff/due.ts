import { dayOf } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import type { IconName } from '../theme/icon-names';

export type DueRow = Output<'account.workbench'>['rows'][number];

const DAY = 24 * 60 * 60 * 1000;

export const dueIcons: Readonly<Record<string, IconName>> = {
  reviewApplication: 'file',
  secondReview: 'done',
  scheduleApplication: 'calendar',
  runMeeting: 'gavel',
  vote: 'gavel',
};

export type Urgency = 'overdue' | 'today' | 'week' | 'later';

/** How soon something is due, by the day in Shanghai; without a date it can wait. */
export function urgencyOf(dueAt: string | null, now: Date): Urgency {
  if (dueAt === null) return 'later';
  const due = new Date(dueAt);
  if (due < now) return 'overdue';
  if (dayOf(due) === dayOf(now)) return 'today';
  return due.getTime() - now.getTime() < 7 * DAY ? 'week' : 'later';
}
