import type { JournalEvent } from '../platform/types';

/** An item of a meeting's agenda under which an application or a measure stands, or stood. */
export interface AgendaEntry {
  readonly item: string;
  readonly meeting: string;
  readonly title: string;
  readonly at: Date;
  readonly on: boolean;
  /** Version of the meeting that title and time are from. */
  readonly asOf?: number;
}

/** What an event of an agenda says about one item. */
export interface AgendaNews {
  readonly itemId: string;
  readonly meetingId: string;
  readonly meetingTitle: string;
  readonly meetingAt: string;
  /** Absent in events of a release that did not tell it. */
  readonly meetingVersion?: number | undefined;
  readonly action: 'schedule' | 'unschedule' | 'reschedule';
}

/** The news in an event of an agenda. */
export function newsIn(event: JournalEvent, action: AgendaNews['action']): AgendaNews {
  const text = (field: string) => String(event[field] ?? '');
  return {
    itemId: text('item'),
    meetingId: text('meeting'),
    meetingTitle: text('meetingTitle'),
    meetingAt: text('meetingAt'),
    ...(typeof event.meetingVersion === 'number' && { meetingVersion: event.meetingVersion }),
    action,
  };
}

/**
 * The entries after the news of one item; undefined when they say nothing new, so that it does not matter in which order the
 * events arrive: an item is put on once and taken off at most once, and of two changes of its meeting the later one holds.
 */
export function withNews(agenda: readonly AgendaEntry[], news: AgendaNews): readonly AgendaEntry[] | undefined {
  const { itemId: item, meetingId: meeting, meetingTitle: title, meetingVersion, action } = news;
  const known = agenda.find((entry) => entry.item === item);
  if (known && (!known.on || action === 'schedule')) return undefined;
  if (known && action === 'reschedule' && (meetingVersion ?? 0) < (known.asOf ?? 0)) return undefined;
  const asOf = meetingVersion === undefined ? {} : { asOf: meetingVersion };
  const entry = { item, meeting, title, at: new Date(news.meetingAt), on: action !== 'unschedule', ...asOf };
  return [...agenda.filter((other) => other !== known), entry];
}

/** The meeting that it waits for. */
export const meetingIn = (agenda: readonly AgendaEntry[]): AgendaEntry | undefined => agenda.filter(({ on }) => on).at(-1);
