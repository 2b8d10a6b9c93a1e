import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { hasEnded, measures } from '../measures';
import { measureAnswer, movedMeasure, storeMeasure } from './measure-moves';

/** Keeps what the member concerned says to a measure, until the meeting has decided; those who decide it read it. */
export const answerMeasure = useCase(membership.answerMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: 'measure.answer' }),
  async run({ actor, input, tx, now }) {
    const measure = await tx.get(measures, input.measureId, ({ parties }) => parties.includes(actor.id));
    if (!measure) throw new AppError('notFound');
    if (measure.version !== input.version) throw new AppError('stale');
    if (hasEnded(measure)) movedMeasure(measure, 'answer', now);
    return measureAnswer(await storeMeasure(tx, { ...measure, answer: input.answer }, 'measure.answered'));
  },
});
