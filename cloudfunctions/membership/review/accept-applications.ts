import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { applications } from '../applications';
import { applicationForStaff, factsOf, moved } from '../moves';

/**
 * Takes up several applications at once. Each that cannot be is named with its code and left as it is; the others are taken
 * up together. The row stands in the chain of the officer's account, so what follows in the chains of the applications
 * themselves, their lines in the workbench, is left alone: they stay open as they are.
 */
export const acceptApplications = useCase(membership.acceptApplications, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'application.acceptTogether' }),
  async run({ actor, input, tx, now }) {
    const accepted: string[] = [];
    const refused: { id: string; code: string }[] = [];
    for (const seen of input.applications) {
      const id = seen.applicationId;
      if (accepted.includes(id)) continue;
      try {
        const application = await applicationForStaff(tx, actor, seen);
        const next = moved(application, 'accept', { actor, now }, { officer: actor.id });
        await tx.replace(applications, next, { expecting: application.version });
        tx.emit({ type: 'application.acceptedTogether', ...factsOf(next), officer: actor.id });
        accepted.push(id);
      } catch (error) {
        // What the database says concerns all of them.
        if (!(error instanceof AppError)) throw error;
        refused.push({ id, code: error.code });
      }
    }
    return { accepted, refused };
  },
});
