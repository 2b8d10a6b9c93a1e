import { pages } from '../../../shared/pages';
import type { DueChange } from '../../platform/due';
import { dueChange, inboxEntry } from '../../platform/reactions';
import type { Happening, Reaction, Reader } from '../../platform/types';
import { type Minutes, minutesRecords } from '../minutes-records';

const minutesIn = ({ event }: Happening, db: Reader) => db.get(minutesRecords, String(event.meeting ?? ''));

/** Who has to do what with minutes in a state: the checker, the secretary again, or whoever publishes them. */
const work = {
  checkMinutes: 'minutes.check',
  reviseMinutes: 'meeting.manage',
  publishMinutes: 'meeting.manage',
} as const;
type Work = keyof typeof work;

/** Exactly one line of the three is open, or none. All are changed by the events of the minutes alone. */
function linesOf({ _id, title, dueAt, editors }: Minutes, open: Work | undefined): readonly DueChange[] {
  return (Object.keys(work) as Work[]).map((one) => {
    const key = `${one}:${_id}`;
    if (one !== open) return { key, close: true };
    const kind = one === 'reviseMinutes' ? 'draftMinutes' : one;
    const line = { queue: work[one], city: null, kind, record: _id, reference: title, page: pages.minutes(_id), dueAt };
    return { key, open: { ...line, not: one === 'checkMinutes' ? editors : [] } };
  });
}

const line = (open: Work | undefined) =>
  dueChange('minutesLines', async (happening, db) => {
    const minutes = await minutesIn(happening, db);
    return minutes && linesOf(minutes, open);
  });

const tellConcerned = inboxEntry('tellConcerned', async (happening, db) => {
  const minutes = await minutesIn(happening, db);
  if (!minutes) return undefined;
  const facts = { meetingTitle: minutes.title };
  return minutes.recipients.map(({ account }) => ({
    account,
    kind: 'minutesPublished',
    facts,
    page: pages.readMinutes(minutes._id),
  }));
});

export const minutesReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'minutes.submitted': [line('checkMinutes')],
  'minutes.reopened': [line('reviseMinutes')],
  'minutes.checked': [line('publishMinutes')],
  'minutes.published': [line(undefined), tellConcerned],
};
