import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { measures } from '../measures';
import { measureAnswer, movedMeasure, storeMeasure } from './measure-moves';
import { staffSeesMember, withdrawRefusal } from './policies';

/** Takes a proposal back, at any time before the meeting has decided it. */
export const withdrawMeasure = useCase(membership.withdrawMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: 'measure.withdraw' }),
  async run({ actor, input, tx, now }) {
    const measure = await tx.get(measures, input.measureId, (found) => staffSeesMember(actor, found));
    if (!measure) throw new AppError('notFound');
    if (measure.version !== input.version) throw new AppError('stale');
    const refusal = withdrawRefusal(actor, measure);
    if (refusal && refusal !== 'wrongStatus') throw new AppError(refusal);
    const withdrawn = movedMeasure(measure, 'withdraw', now, { withdrawReason: input.reason });
    return measureAnswer(await storeMeasure(tx, withdrawn, 'measure.withdrawn', { account: measure.parties[0] }));
  },
});
