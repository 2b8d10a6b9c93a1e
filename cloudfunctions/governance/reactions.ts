import { endedStates } from '../../shared/membership/lifecycle';
import { pages } from '../../shared/pages';
import { applicationFacts } from '../membership';
import type { DueChange } from '../platform/due';
import { command, dueChange } from '../platform/reactions';
import type { Happening, Reaction, Reader } from '../platform/types';
import { agendaItems } from './agenda-items';
import { followWithdrawal } from './follow-withdrawal';
import { type Meeting, meetings } from './meetings';

const idIn = ({ event }: Happening, field: string) => String(event[field] ?? '');

/** The item under which an application stands on an agenda now, as input of `followWithdrawal`. */
async function standingItem(db: Reader, applicationId: string) {
  const [item] = await db.find(agendaItems, { where: { live: applicationId }, limit: 1 });
  return item && { applicationId, itemId: item._id };
}

/** Both ways of the race between a withdrawal and the agenda end the same: whichever comes second takes the item off. */
const afterWithdrawal = command('takeOffAgenda', followWithdrawal, (happening, db) =>
  standingItem(db, idIn(happening, 'application')),
);
const afterScheduling = command('takeOffIfWithdrawn', followWithdrawal, async (happening, db) => {
  const applicationId = idIn(happening, 'application');
  const [facts] = await applicationFacts(db, [applicationId]);
  return facts && endedStates.includes(facts.state) ? standingItem(db, applicationId) : undefined;
});

/** The lines of a meeting in the workbench: one for the secretary, one for each holder of a seat. */
function linesOf(meeting: Meeting): readonly Extract<DueChange, { readonly open: unknown }>[] {
  const line = { city: null, record: meeting._id, reference: meeting.title, dueAt: meeting.at };
  const run = { ...line, queue: 'meeting.manage', kind: 'runMeeting', page: pages.meeting(meeting._id) };
  const holders = [...new Set(meeting.seats.flatMap(({ holder }) => holder ?? []))];
  const votes = holders.map((holder) => ({
    key: `vote:${meeting._id}:${holder}`,
    open: { ...line, queue: `account:${holder}`, kind: 'vote', page: pages.vote(meeting._id) },
  }));
  return [{ key: `runMeeting:${meeting._id}`, open: run }, ...votes];
}

const meetingIn = (happening: Happening, db: Reader) => db.get(meetings, idIn(happening, 'meeting'));

const openLines = dueChange('openLines', async (happening, db) => {
  const meeting = await meetingIn(happening, db);
  return meeting && linesOf(meeting);
});
const closeLines = dueChange('closeLines', async (happening, db) => {
  const meeting = await meetingIn(happening, db);
  return meeting && linesOf(meeting).map(({ key }) => ({ key, close: true }) as const);
});

/** What governance does when something happened, by event type. */
export const reactions: Readonly<Record<string, readonly Reaction[]>> = {
  'application.withdrawn': [afterWithdrawal],
  'agenda.scheduled': [afterScheduling],
  'meeting.planned': [openLines],
  'meeting.closed': [closeLines],
  'meeting.cancelled': [closeLines],
};
