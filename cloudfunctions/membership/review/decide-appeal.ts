import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import type { Application } from '../applications';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';
import { freeIdentityFrom } from '../reservations';

/**
 * Decides an appeal, by somebody who had no part in the review: upheld, another meeting decides anew; dismissed, the
 * rejection stands with its date for applying again. The reason is for the applicant.
 */
export const decideAppeal = useCase(membership.decideAppeal, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.decideAppeal' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const { outcome, reason, internalNote: note } = input;
    const answer: Partial<Application> = {
      appeal: { ...application.appeal, at: application.appeal?.at ?? now, outcome, decidedAt: now, by: actor.id },
      appealAnswer: reason,
      dueAt: undefined,
    };
    if (outcome === 'dismissed') {
      const dismissed = moved(application, 'dismiss', { actor, now, note }, answer);
      await freeIdentityFrom(tx, application.identity, application._id, application.rejection?.reapplyFrom);
      return movedAnswer(await store(tx, dismissed, 'application.appealDismissed', { by: actor.id }));
    }
    // The items that rejected it are done with: it waits for another.
    const agenda = application.agenda.map((entry) => ({ ...entry, on: false }));
    const upheld = moved(application, 'uphold', { actor, now, note }, { ...answer, agenda, rejection: undefined });
    return movedAnswer(await store(tx, upheld, 'application.appealUpheld', { by: actor.id }));
  },
});
