import { AppError } from '../../platform/errors';
import type { Actor, Transaction } from '../../platform/types';
import { type Application, applications, type GivenAssistance } from '../applications';
import { moved, ownApplication } from '../moves';

interface Context {
  readonly actor: Actor;
  readonly tx: Transaction;
  readonly now: Date;
  readonly input: { readonly applicationId: string; readonly version: number };
}

/**
 * Changes what comes with an application that the officer entered, while it is being filled in.
 *
 * @throws notFound also for one that is not theirs to fill in or that was applied for online; stale, wrongStatus
 */
export async function changeAssistance(
  { actor, tx, now, input }: Context,
  change: (before: GivenAssistance, kind: Application['kind']) => GivenAssistance,
): Promise<Application> {
  const application = await ownApplication(tx, actor, input);
  if (application.enteredBy === undefined || !application.assistance) throw new AppError('notFound');
  const changed = moved(application, 'save', { actor, now }, { assistance: change(application.assistance, application.kind) });
  return tx.replace(applications, changed, { expecting: application.version });
}
