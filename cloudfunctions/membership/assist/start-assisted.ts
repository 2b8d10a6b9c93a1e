import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { presentApplication } from '../application/application-view';
import { newApplication } from '../application/new-application';
import { applications } from '../applications';
import { factsOf } from '../moves';

/**
 * Begins an application for somebody without the means, or a unit that comes with its papers: its owner is a subject of its own without account, inbox or messages,
 * and the officer who enters it fills it in and hands it in for them.
 */
export const startAssisted = useCase(membership.startAssisted, {
  journal: (_input, output) => ({ aggregate: `applications:${output.id}`, action: 'application.startAssisted' }),
  async run(context) {
    const { actor, input, tx, newId } = context;
    const application = await tx.add(
      applications,
      {
        ...newApplication(context, input.kind, newId()),
        enteredBy: actor.id,
        assistance: { reason: input.reason, papers: {} },
      },
      new AppError('busy'),
    );
    tx.emit({ type: 'application.started', ...factsOf(application) });
    return presentApplication(application, context);
  },
});
