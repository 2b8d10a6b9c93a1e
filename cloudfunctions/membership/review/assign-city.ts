import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Gives an application to another city federation 归口: its officers see it from now on, those of the old one no longer. */
export const assignCity = useCase(membership.assignCity, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.assign' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const before = application.city ?? '';
    const assigned = moved(application, 'assign', { actor, now, note: input.reason }, { city: input.city });
    if (input.city === before) throw new AppError('request.invalid', { fields: { city: 'city.same' } });
    const history = assigned.history.map((entry, place) =>
      place === assigned.history.length - 1 ? { ...entry, cities: [before, input.city] } : entry,
    );
    const { state, dueAt, firstReviewer } = assigned;
    const facts = { state, dueAt: dueAt?.toISOString(), firstReviewer };
    return movedAnswer(await store(tx, { ...assigned, history }, 'application.assigned', facts));
  },
});
