import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { type AgendaEntry, meetingIn, withNews } from '../agenda-entries';
import { hasEnded, type Measure, measures } from '../measures';
import { movedMeasure, storeMeasure } from './measure-moves';

/** Follows the agenda: the measure waits for the meeting whose item names it, on the date the meeting has now. */
export const followMeasure = useCase(membership.followMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: `measure.${input.action}` }),
  async run({ input, tx, now }) {
    const measure = await tx.get(measures, input.measureId);
    if (!measure) throw new AppError('notFound');
    const agenda = hasEnded(measure) ? undefined : withNews(measure.agenda, input);
    if (!agenda) return { state: measure.state };
    const followed = withAgenda(measure, agenda, now);
    const changed = followed.state !== measure.state;
    const event = changed && meetingIn(agenda) ? 'schedule' : input.action;
    if (!changed && input.action !== 'reschedule') {
      await tx.replace(measures, followed, { expecting: measure.version });
      return { state: followed.state };
    }
    const { meetingId, meetingTitle, meetingAt } = input;
    const more = { meeting: meetingId, meetingTitle, meetingAt, account: measure.parties[0] };
    await storeMeasure(tx, followed, `measure.${event}d`, more);
    return { state: followed.state };
  },
});

/** It is on the agenda while any item says so. */
function withAgenda(measure: Measure, agenda: readonly AgendaEntry[], now: Date): Measure {
  const scheduled = meetingIn(agenda) !== undefined;
  if (scheduled && measure.state === 'proposed') return movedMeasure(measure, 'schedule', now, { agenda });
  if (!scheduled && measure.state === 'onAgenda') return movedMeasure(measure, 'unschedule', now, { agenda });
  return { ...measure, agenda };
}
