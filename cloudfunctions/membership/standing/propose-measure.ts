import { dayOf, startOfDay } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { measures } from '../measures';
import type { Member } from '../members';
import { conditionsOf } from './measure-conditions';
import { measureAnswer, measureEventFacts, newMeasureReference } from './measure-moves';
import { memberForStaff } from './moves';
import { possibleMeasures } from './policies';

type Context = WriteContext<typeof membership.proposeMeasure>;

/** Proposes a measure, which a meeting will decide; the member concerned is told and may answer. */
export const proposeMeasure = useCase(membership.proposeMeasure, {
  journal: (_input, output) => ({ aggregate: `measures:${output.measureId}`, action: 'measure.propose' }),
  async run(context) {
    const { actor, input, tx, db, now, newId } = context;
    const member = await memberForStaff(tx, actor, input);
    const { kind, reason, basis } = input;
    if (!possibleMeasures(member).includes(kind))
      throw new AppError('wrongStatus', {
        fields: { standing: member.standing, possible: possibleMeasures(member).join(' ') },
      });
    const rules = conditionsOf(kind, member, await rulesOf(db, now), now);
    const until = untilOf(input, now);
    const measure = await tx.add(
      measures,
      {
        _id: newId(),
        reference: newMeasureReference(now),
        kind,
        state: 'proposed',
        member: member._id,
        person: member.person,
        city: member.city,
        live: `${member._id}.${kind}`,
        parties: partiesOf(member),
        proposedAt: now,
        proposedBy: actor.id,
        basis,
        rules,
        ...(until && { until }),
        agenda: [],
        reason,
      },
      new AppError('wrongStatus', { message: '同样的措施已经在办理，不用再提' }),
    );
    tx.emit({ type: 'measure.proposed', ...measureEventFacts(measure), account: member.account });
    return measureAnswer(measure);
  },
});

const partiesOf = ({ account }: Member): readonly string[] => (account === undefined ? [] : [account]);

/** End of a suspension: the last moment of the day, in the future. @throws request.invalid */
function untilOf({ kind, until }: Context['input'], now: Date): Date | undefined {
  if (!until) return undefined;
  if (kind !== 'suspend') throw new AppError('request.invalid', { fields: { until: 'field.unknown' } });
  if (until <= dayOf(now)) throw new AppError('request.invalid', { fields: { until: 'date.past' } });
  return new Date(startOfDay(until).getTime() + 24 * 3600 * 1000);
}
