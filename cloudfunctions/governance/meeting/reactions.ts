import { pages } from '../../../shared/pages';
import type { DueChange } from '../../platform/due';
import { dueChange, inboxEntry } from '../../platform/reactions';
import type { Happening, Reaction, Reader } from '../../platform/types';
import { holdersOf, type Meeting, meetings } from '../meetings';

type Opened = Extract<DueChange, { readonly open: unknown }>;

const voteLine = (meetingId: string, holder: string) => `vote:${meetingId}:${holder}`;
const draftLine = (meetingId: string) => `draftMinutes:${meetingId}`;

/** The lines of a meeting in the workbench: one for the secretary, one for each holder of a seat. */
function linesOf(meeting: Meeting): readonly Opened[] {
  const pause = meeting.state === 'adjourned' ? meeting.pauses[meeting.pauses.length - 1] : undefined;
  const line = { city: null, record: meeting._id, reference: meeting.title, dueAt: pause?.resumesAt ?? meeting.at };
  const run = { ...line, queue: 'meeting.manage', kind: 'runMeeting', page: pages.meeting(meeting._id) };
  const votes = holdersOf(meeting).map((holder) => ({
    key: voteLine(meeting._id, holder),
    open: { ...line, queue: `account:${holder}`, kind: 'vote', page: pages.vote(meeting._id) },
  }));
  return [{ key: `runMeeting:${meeting._id}`, open: run }, ...votes];
}

const meetingIn = ({ event }: Happening, db: Reader) => db.get(meetings, String(event.meeting ?? ''));
const isOver = ({ state }: Meeting) => state === 'closed' || state === 'cancelled';

const closed = (key: string): DueChange => ({ key, close: true });

/** Opened as the meeting is now; one that is over by the time this is told has no lines. */
const openLines = dueChange('openLines', async (happening, db) => {
  const meeting = await meetingIn(happening, db);
  if (!meeting) return undefined;
  const lines = linesOf(meeting);
  return isOver(meeting) ? lines.map(({ key }) => closed(key)) : lines;
});
const closeLines = dueChange('closeLines', async (happening, db) => {
  const meeting = await meetingIn(happening, db);
  return meeting && linesOf(meeting).map(({ key }) => closed(key));
});

/** Whoever holds a seat no longer has no line either. */
const closeOfThoseGone = dueChange('closeOfThoseGone', ({ event }) =>
  Array.isArray(event.gone) ? event.gone.map((holder) => closed(voteLine(String(event.meeting), String(holder)))) : [],
);

const openDraft = dueChange('openDraftMinutes', async (happening, db) => {
  const meeting = await meetingIn(happening, db);
  if (!meeting) return undefined;
  const { _id, title, minutesDueAt = null } = meeting;
  const line = { city: null, record: _id, reference: title, dueAt: minutesDueAt, page: pages.minutes(_id) };
  return [{ key: draftLine(_id), open: { ...line, queue: 'meeting.manage', kind: 'draftMinutes' } }];
});
const closeDraft = dueChange('closeDraftMinutes', ({ event }) => [closed(draftLine(String(event.meeting)))]);

/** Tells the holders of the seats of a notice; a change that nobody had been told of before is told to nobody. */
const tellSeats = (kind: string) =>
  inboxEntry('tellSeats', async (happening, db) => {
    const meeting = await meetingIn(happening, db);
    const notice = meeting?.notices.find(({ number }) => number === happening.event.notice);
    if (!meeting || !notice) return undefined;
    const facts = { meetingTitle: meeting.title, meetingAt: notice.at.toISOString() };
    const accounts = [...new Set(notice.receipts.map(({ account }) => account))];
    return accounts.map((account) => ({ account, kind, facts, page: pages.vote(meeting._id) }));
  });

export const meetingReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'meeting.planned': [openLines],
  'meeting.changed': [openLines, tellSeats('meetingChanged')],
  'meeting.seatsRefreshed': [closeOfThoseGone, openLines],
  'meeting.noticed': [tellSeats('meetingNotice')],
  'meeting.adjourned': [openLines],
  'meeting.resumed': [openLines],
  'meeting.closed': [closeLines, openDraft],
  'meeting.cancelled': [closeLines],
  'minutes.drafted': [closeDraft],
};
