import { endedStates } from '../../../shared/membership/lifecycle';
import { applicationFacts, type MeasureFacts, measureFacts } from '../../membership';
import { command } from '../../platform/reactions';
import type { Happening, Reaction, Reader } from '../../platform/types';
import { agendaItems } from '../agenda-items';
import { followWithdrawal } from './follow-withdrawal';
import { settleBatched } from './settle-batched';

const idIn = ({ event }: Happening, field: string) => String(event[field] ?? '');

/** The item under which an application or a measure stands on an agenda now, as input of `followWithdrawal`. */
async function standingItem(db: Reader, about: string, waits = false) {
  const [item] = await db.find(agendaItems, { where: { live: about }, limit: 1 });
  return item && { about, itemId: item._id, ...(waits && { waits }) };
}

/** Withdrawn, an application leaves the agenda for good; kept out by a look-up, it waits until it is looked up again. */
async function noLongerForIt(db: Reader, about: string) {
  const [facts] = await applicationFacts(db, [about]);
  if (!facts) return undefined;
  const ended = endedStates.includes(facts.state);
  return ended || facts.vetoed ? standingItem(db, facts.id, !ended) : undefined;
}

/** Both ways of the race between a withdrawal (or a look-up) and the agenda end the same: whichever comes second takes the item off. */
const takeOff = (field: 'application' | 'measure') =>
  command('takeOffAgenda', followWithdrawal, (happening, db) => standingItem(db, idIn(happening, field)));
const afterScheduling = command('takeOffIfWithdrawn', followWithdrawal, async (happening, db) => {
  const { application, measure } = happening.event;
  if (measure !== undefined) {
    const [facts] = await measureFacts(db, [idIn(happening, 'measure')]);
    return facts && endedMeasures.includes(facts.state) ? standingItem(db, facts.id) : undefined;
  }
  return application === undefined ? undefined : noLongerForIt(db, idIn(happening, 'application'));
});
const afterLookUp = command('takeOffIfVetoed', followWithdrawal, (happening, db) =>
  noLongerForIt(db, idIn(happening, 'application')),
);
const endedMeasures: readonly MeasureFacts['state'][] = ['withdrawn', 'lapsed'];

const afterBatch = command('settleBatched', settleBatched, ({ event }) =>
  event.batch === undefined ? undefined : { itemId: String(event.item) },
);

export const agendaReactions: Readonly<Record<string, readonly Reaction[]>> = {
  'application.withdrawn': [takeOff('application')],
  'application.checked': [afterLookUp],
  'measure.withdrawn': [takeOff('measure')],
  'agendaItem.decided': [afterBatch],
  'agenda.scheduled': [afterScheduling],
};
