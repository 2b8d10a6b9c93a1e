import { endedStates } from '../../shared/membership/lifecycle';
import { pages } from '../../shared/pages';
import { applicationFacts, type MeasureFacts, measureFacts } from '../membership';
import type { DueChange } from '../platform/due';
import { command, dueChange } from '../platform/reactions';
import type { Happening, Reaction, Reader } from '../platform/types';
import { followWithdrawal } from './agenda/follow-withdrawal';
import { settleBatched } from './agenda/settle-batched';
import { agendaItems } from './agenda-items';
import { type Meeting, meetings } from './meetings';

const idIn = ({ event }: Happening, field: string) => String(event[field] ?? '');

/** The item under which an application or a measure stands on an agenda now, as input of `followWithdrawal`. */
async function standingItem(db: Reader, about: string) {
  const [item] = await db.find(agendaItems, { where: { live: about }, limit: 1 });
  return item && { about, itemId: item._id };
}

/** Both ways of the race between a withdrawal and the agenda end the same: whichever comes second takes the item off. */
const takeOff = (field: 'application' | 'measure') =>
  command('takeOffAgenda', followWithdrawal, (happening, db) => standingItem(db, idIn(happening, field)));
const afterScheduling = command('takeOffIfWithdrawn', followWithdrawal, async (happening, db) => {
  const { application, measure } = happening.event;
  if (measure !== undefined) {
    const [facts] = await measureFacts(db, [idIn(happening, 'measure')]);
    return facts && endedMeasures.includes(facts.state) ? standingItem(db, facts.id) : undefined;
  }
  if (application === undefined) return undefined;
  const [facts] = await applicationFacts(db, [idIn(happening, 'application')]);
  return facts && endedStates.includes(facts.state) ? standingItem(db, facts.id) : undefined;
});
const endedMeasures: readonly MeasureFacts['state'][] = ['withdrawn', 'lapsed'];

const afterBatch = command('settleBatched', settleBatched, ({ event }) =>
  event.batch === undefined ? undefined : { itemId: String(event.item) },
);

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
  'application.withdrawn': [takeOff('application')],
  'measure.withdrawn': [takeOff('measure')],
  'agendaItem.decided': [afterBatch],
  'agenda.scheduled': [afterScheduling],
  'meeting.planned': [openLines],
  'meeting.closed': [closeLines],
  'meeting.cancelled': [closeLines],
};
