import { moveOf } from '../../shared/lifecycle';
import { applicationLifecycle } from '../../shared/membership/lifecycle';
import { AppError } from '../platform/errors';
import type { Actor, JournalEvent, Transaction } from '../platform/types';
import { type Application, applications } from './applications';
import { isTheirs, possibleMoves, refusalOf, staffSees } from './policies';

/** Actions that leave no line in the history: a draft saves itself at every field. */
const silent = new Set(['save']);

/**
 * The person's own application, or one that they entered for somebody, in the transaction, at the version that they saw.
 *
 * @throws notFound also for somebody else's; stale
 */
export async function ownApplication(
  tx: Transaction,
  actor: Actor,
  { applicationId, version }: { readonly applicationId: string; readonly version: number },
): Promise<Application> {
  const application = await tx.get(applications, applicationId, (found) => isTheirs(actor, found));
  if (!application) throw new AppError('notFound');
  if (application.version !== version) throw new AppError('stale');
  return application;
}

/**
 * An application within an officer's reach, in the transaction, at the version that they saw.
 *
 * @throws notFound also for a draft and for another city's; stale
 */
export async function applicationForStaff(
  tx: Transaction,
  actor: Actor,
  { applicationId, version }: { readonly applicationId: string; readonly version: number },
): Promise<Application> {
  const application = await tx.get(applications, applicationId, (found) => staffSees(actor, found));
  if (!application) throw new AppError('notFound');
  if (application.version !== version) throw new AppError('stale');
  return application;
}

/**
 * The application after a move, with its line in the history (and what staff wrote to one another there); not yet stored.
 *
 * @throws wrongStatus with the possible moves, auth.conflictOfInterest, auth.forbidden
 */
export function moved(
  application: Application,
  action: string,
  { actor, now, note }: { readonly actor: Actor; readonly now: Date; readonly note?: string | undefined },
  changes: Partial<Application> = {},
): Application {
  const refusal = refusalOf(actor, application, action);
  const move = moveOf(applicationLifecycle, application.state, action);
  if (!move || refusal === 'wrongStatus') throw wrongStatus(application);
  if (refusal) throw new AppError(refusal);
  const by = actor.kind === 'system' ? '' : actor.id;
  const absent = move.own ? enteredByAnother(actor, application) : undefined;
  const onBehalfOf = move.by === 'system' || move.own ? absent : actor.behalfOf(move.by, application.city);
  const history = silent.has(action)
    ? application.history
    : [...application.history, { action, at: now, by, ...(onBehalfOf && { onBehalfOf }) }];
  const remarks = note === undefined ? {} : { remarks: { ...application.remarks, [history.length - 1]: note } };
  // Whoever goes on with a draft keeps it.
  const kept = silent.has(action) ? { retention: undefined, deleteAt: undefined } : {};
  const helped = absent !== undefined && !application.completedBy?.includes(actor.id);
  const completedBy = helped ? { completedBy: [...(application.completedBy ?? []), actor.id] } : {};
  return { ...application, ...kept, ...changes, ...remarks, ...completedBy, state: move.to, updatedAt: now, history };
}

/** The officer whom somebody stands in for who completes what that one entered. */
const enteredByAnother = (actor: Actor, { enteredBy }: Application): string | undefined =>
  actor.kind === 'person' && enteredBy !== actor.id ? enteredBy : undefined;

const wrongStatus = (application: Application) =>
  new AppError('wrongStatus', { fields: { state: application.state, possible: possibleMoves(application).join(' ') } });

/** Stores a moved application and announces it with what every event of an application carries. */
export async function store(
  tx: Transaction,
  application: Application,
  type: `application.${string}`,
  more: Omit<JournalEvent, 'type'> = {},
): Promise<Application> {
  const stored = await tx.replace(applications, application, { expecting: application.version });
  tx.emit({ type, ...factsOf(stored), ...more });
  return stored;
}

/** Ids and codes that events about an application carry; `owner` only where there is an account that can be told. */
export function factsOf({ _id, owner, enteredBy, completedBy, kind, reference, city }: Application): Omit<JournalEvent, 'type'> {
  const account = enteredBy === undefined ? owner : undefined;
  return { application: _id, owner: account, enteredBy, completedBy, kind, reference, city };
}

/** What a move answers with. */
export const movedAnswer = ({ _id, reference, state, version }: Application) => ({ id: _id, reference, state, version });
