import { dateForDocuments } from '../../../shared/dates';
import { membership } from '../../../shared/membership/endpoints';
import { draftRetentionDays, draftWarningDays, endedApplicationMonths } from '../../../shared/rules/rules';
import { AppError } from '../../platform/errors';
import type { Reader, Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Application, applications } from '../applications';
import { factsOf } from '../moves';
import { applicantSlot, releaseIdentity, reservations } from '../reservations';
import { monthsLater } from './confirmation';
import { uploadsIn } from './files-in-use';
import { withoutContent } from './forget-record';

const dayMs = 24 * 3600 * 1000;

/** How long what is kept, by the rules of a day. */
async function retention(db: Pick<Reader, 'find'>, now: Date) {
  const rule = await rulesOf(db, now);
  const kept = rule(draftRetentionDays).value;
  const warning = rule(draftWarningDays).value;
  return {
    kept,
    warning,
    /** Last touched before this, a draft is warned of. */
    warnBefore: daysLater(now, warning - kept),
    /** Ended before this, an application loses its content. */
    eraseBefore: monthsLater(now, -rule(endedApplicationMonths).value),
  } as const;
}

const daysLater = (moment: Date, days: number) => new Date(moment.getTime() + days * dayMs);

/** A step of retention that is due. */
export interface DueRetention {
  readonly applicationId: string;
  readonly version: number;
  readonly action: 'warn' | 'delete' | 'erase';
}

const endedAndKept = ['rejected', 'withdrawn'] as const;

/** Applications whose time has come, `limit` of each kind at most; those done are not found again. */
export async function dueRetentions(db: Reader, now: Date, limit: number): Promise<readonly DueRetention[]> {
  const { warnBefore, eraseBefore } = await retention(db, now);
  const untouched = (state: string, before: Date) =>
    db.find(applications, { where: { state, retention: null, updatedAt: { lt: before } }, order: [['updatedAt', 'asc']], limit });
  const [warn, remove, ...erase] = await Promise.all([
    untouched('draft', warnBefore),
    db.find(applications, { where: { deleteAt: { lte: now } }, order: [['deleteAt', 'asc']], limit }),
    ...endedAndKept.map((state) => untouched(state, eraseBefore)),
  ]);
  const due = (action: DueRetention['action'], found: readonly Application[]) =>
    found.map(({ _id, version }) => ({ applicationId: _id, version, action }));
  return [...due('warn', warn), ...due('delete', remove), ...due('erase', erase.flat())];
}

/** Warns, deletes or erases one application when its time has come; one that was touched meanwhile stays. */
export const retainApplication = useCase(membership.retainApplication, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: `application.${input.action}` }),
  async run({ input, tx, db, now }) {
    const application = await tx.get(applications, input.applicationId);
    if (!application) throw new AppError('notFound');
    const { state, updatedAt, deleteAt } = application;
    const { kept, warning, warnBefore, eraseBefore } = await retention(db, now);
    const ended = (endedAndKept as readonly string[]).includes(state);
    if (input.action === 'warn' && state === 'draft' && !deleteAt && updatedAt < warnBefore) {
      await warn(tx, application, new Date(Math.max(daysLater(updatedAt, kept).getTime(), daysLater(now, warning).getTime())));
    } else if (input.action === 'delete' && state === 'draft' && deleteAt && deleteAt <= now) await removeDraft(tx, application);
    else if (input.action === 'erase' && ended && updatedAt < eraseBefore) await erase(tx, application);
    else return { done: false };
    return { done: true };
  },
});

async function warn(tx: Transaction, application: Application, deleteAt: Date): Promise<void> {
  await tx.replace(applications, { ...application, retention: 'warned', deleteAt }, { expecting: application.version });
  tx.emit({ type: 'application.draftExpiring', ...factsOf(application), until: dateForDocuments(deleteAt) });
}

/** A draft goes as a whole, with its owner's slot: they can begin anew. */
async function removeDraft(tx: Transaction, application: Application): Promise<void> {
  const slot = await tx.get(reservations, applicantSlot(application.owner, application.kind));
  if (slot?.application === application._id) await tx.remove(reservations, slot);
  await tx.remove(applications, application);
  tx.emit({ type: 'application.draftDeleted', application: application._id, owner: application.owner });
  removeFiles(tx, application);
}

async function erase(tx: Transaction, application: Application): Promise<void> {
  await releaseIdentity(tx, application.identity, application._id);
  await tx.replace(applications, withoutContent(application), { expecting: application.version });
  tx.emit({ type: 'application.contentErased', application: application._id, reference: application.reference });
  removeFiles(tx, application);
}

/** What was attached goes with the content. */
function removeFiles(tx: Transaction, application: Application): void {
  const files = uploadsIn(application);
  if (files.length > 0) tx.emit({ type: 'file.replaced', application: application._id, files });
}
