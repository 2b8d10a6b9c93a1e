import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { disclosures, reveals } from '../disclosures';
import { factsOf } from '../moves';
import { revealRefusal, staffSees } from '../policies';
import { numbersShown } from '../profiles';

/** The full identity number and mobile, of a unit the mobiles of contact person and representative, for a stated reason, which is kept where the person can see it. */
export const revealPerson = useCase(membership.revealPerson, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.reveal' }),
  async run({ actor, input, tx, now, newId, limit }) {
    const application = await tx.get(applications, input.applicationId, (found) => staffSees(actor, found));
    if (!application?.submitted) throw new AppError('notFound');
    const refusal = revealRefusal(actor, application);
    if (refusal) throw new AppError(refusal);
    await limit('person.reveal', reveals);
    const { owner, submitted } = application;
    await tx.add(disclosures, { _id: newId(), owner, about: application._id, by: actor.id, at: now, reason: input.reason });
    tx.emit({ type: 'person.revealed', ...factsOf(application), by: actor.id });
    return numbersShown(submitted);
  },
});
