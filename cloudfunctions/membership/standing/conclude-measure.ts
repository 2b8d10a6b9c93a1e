import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { hasEnded, type Measure, measures } from '../measures';
import { type Member, members } from '../members';
import { hasLostObject } from './measure-conditions';
import { movedMeasure, storeMeasure } from './measure-moves';
import { movedMember, storeMoved } from './moves';

type Context = WriteContext<typeof membership.concludeMeasure>;

/**
 * What a meeting's decision means for one measure: carried, the member stands where the meeting decided, from the decision on.
 * Whoever left meanwhile has left, and whoever was active meanwhile is not deemed to have resigned: the measure has lost its
 * object. Told twice, nothing happens twice.
 */
export const concludeMeasure = useCase(membership.concludeMeasure, {
  journal: (input) => ({ aggregate: `measures:${input.measureId}`, action: 'measure.conclude' }),
  async run(context) {
    const { input, tx, now } = context;
    const measure = await tx.get(measures, input.measureId);
    if (!measure) throw new AppError('notFound');
    if (hasEnded(measure)) return { state: measure.state };
    const { itemId, outcome, resolution } = input;
    const member = outcome === 'passed' ? await tx.get(members, measure.member) : undefined;
    if (member && hasLostObject(measure, member)) {
      const { state } = await storeMeasure(tx, movedMeasure(measure, 'lapse', now), 'measure.withdrawn', { lapsed: true });
      return { state };
    }
    if (member) await carryOut(measure, member, context);
    const decision = { item: itemId, outcome, at: new Date(input.decidedAt) };
    // An item may be decided before the news of its scheduling has arrived.
    const onAgenda = measure.state === 'proposed' ? movedMeasure(measure, 'schedule', now) : measure;
    const decided = movedMeasure(onAgenda, 'decide', now, { decision, resolution });
    const { state } = await storeMeasure(tx, decided, 'measure.decided', { outcome, account: measure.parties[0] });
    return { state };
  },
});

/** Makes the move that the meeting decided; a suspension for a time plans its end. */
async function carryOut({ kind, until, reference }: Measure, member: Member, { actor, input, tx, now }: Context): Promise<void> {
  const grounds = { reason: input.resolution, basis: `resolution:${reference}`, effectiveAt: new Date(input.decidedAt) };
  const moved = movedMember(member, kind, { actor, now }, grounds);
  const end = kind === 'suspend' && until ? { action: 'endSuspension', effectiveAt: until, at: now, by: '' } : undefined;
  const planned = end && { planned: { ...end, basis: grounds.basis }, plannedFor: end.effectiveAt, plannedReason: '' };
  await storeMoved(tx, member, { ...moved, ...planned }, kind);
}
