import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { applicationForStaff, moved, movedAnswer, store } from '../moves';

/** Ends the first review with a checklist and an opinion; another person reviews after. */
export const recommendApplication = useCase(membership.recommendApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.recommend' }),
  async run({ actor, input, tx, now }) {
    const application = await applicationForStaff(tx, actor, input);
    const { checklist, opinion } = input;
    const recommended = moved(
      application,
      'recommend',
      { actor, now },
      {
        checklist,
        opinion,
        officer: actor.id,
        firstReviewer: actor.id,
        sendBackReason: undefined,
      },
    );
    return movedAnswer(
      await store(tx, recommended, 'application.recommended', {
        dueAt: recommended.dueAt?.toISOString(),
        firstReviewer: actor.id,
      }),
    );
  },
});
