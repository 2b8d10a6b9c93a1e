import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import type { AgendaEntry } from '../applications';
import { hasEnded, type Measure, measures } from '../measures';
import { movedMeasure, storeMeasure } from './measure-moves';

type Context = WriteContext<typeof membership.followMeasure>;

/**
 * Follows the agenda: the measure waits for the meeting whose item names it. An item that was taken off stays off, so that it
 * does not matter in which order the two events arrive.
 */
export const followMeasure = useCase(membership.followMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: `measure.${input.action}` }),
  async run(context) {
    const { input, tx } = context;
    const measure = await tx.get(measures, input.measureId);
    if (!measure) throw new AppError('notFound');
    const known = measure.agenda.find(({ item }) => item === input.itemId);
    if (hasEnded(measure) || (known && (!known.on || input.action === 'schedule'))) return { state: measure.state };
    const followed = withEntry(measure, entryOf(input), context.now);
    if (followed.state === measure.state) {
      await tx.replace(measures, followed, { expecting: measure.version });
      return { state: followed.state };
    }
    const { meetingId, meetingTitle, meetingAt } = input;
    const more = { meeting: meetingId, meetingTitle, meetingAt, account: measure.parties[0] };
    await storeMeasure(tx, followed, `measure.${input.action}d`, more);
    return { state: followed.state };
  },
});

const entryOf = ({ itemId, meetingId, meetingTitle, meetingAt, action }: Context['input']): AgendaEntry => ({
  item: itemId,
  meeting: meetingId,
  title: meetingTitle,
  at: new Date(meetingAt),
  on: action === 'schedule',
});

/** The measure with the news of one item; it is on the agenda while any item says so. */
function withEntry(measure: Measure, entry: AgendaEntry, now: Date): Measure {
  const agenda = [...measure.agenda.filter(({ item }) => item !== entry.item), entry];
  const scheduled = agenda.some(({ on }) => on);
  if (scheduled && measure.state === 'proposed') return movedMeasure(measure, 'schedule', now, { agenda });
  if (!scheduled && measure.state === 'onAgenda') return movedMeasure(measure, 'unschedule', now, { agenda });
  return { ...measure, agenda };
}
