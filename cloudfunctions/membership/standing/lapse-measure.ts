import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { hasEnded, measures } from '../measures';
import { members } from '../members';
import { hasLostObject } from './measure-conditions';
import { movedMeasure, storeMeasure } from './measure-moves';

/** Ends a measure that has lost its object, as the member has left or was active again; any other stays as it is. */
export const lapseMeasure = useCase(membership.lapseMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: 'measure.lapse' }),
  async run({ input, tx, now }) {
    const measure = await tx.get(measures, input.measureId);
    const member = measure && (await tx.get(members, measure.member));
    if (!member) throw new AppError('notFound');
    if (hasEnded(measure) || !hasLostObject(measure, member)) return { state: measure.state };
    const { state } = await storeMeasure(tx, movedMeasure(measure, 'lapse', now), 'measure.withdrawn', { lapsed: true });
    return { state };
  },
});
