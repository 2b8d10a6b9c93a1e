import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import type { Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { type AgendaItem, agendaItems, type BatchEntry, itemOf } from '../agenda-items';
import { type Meeting, meetings, movedMeeting } from '../meetings';
import { mayPullOut } from '../policies';
import { rankOf } from './ranks';

/**
 * Makes an application of a batch an item of its own. Not after the first vote: what a seat has voted on together stays
 * together.
 */
export const pullOutItem = useCase(governance.pullOutItem, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.pullOutItem' }),
  async run({ input, tx, now }) {
    const { meeting, item: batch } = await itemOf(tx, input.meetingId, input.itemId);
    const changed = movedMeeting(meeting, meeting.state === 'planned' ? 'changeAgenda' : 'pullOut');
    const entry = batch.entries?.find(({ applicationId }) => applicationId === input.applicationId);
    if (!entry) throw new AppError('notFound');
    if (!mayPullOut(batch)) throw new AppError('wrongStatus', { message: '这一批已经开始表决，或者只剩一件，不能再单列' });
    if (batch.version !== input.version) throw new AppError('stale');
    await tx.replace(agendaItems, batchWithout(batch, entry), { expecting: batch.version });
    const single = await placed(tx, meeting, entry, now);
    const agenda = [...meeting.agenda, entry.item];
    const batched = meeting.batched.filter((id) => id !== entry.item);
    await tx.replace(meetings, { ...changed, agenda, batched }, { expecting: meeting.version });
    return { id: single._id, version: single.version };
  },
});

/** Puts an application's own record in its place on the agenda; during the session after everything else. */
async function placed(tx: Transaction, meeting: Meeting, entry: BatchEntry, now: Date): Promise<AgendaItem> {
  const own = await tx.get(agendaItems, entry.item);
  if (!own) throw new Error('an application of a batch has no record');
  const rank = meeting.state === 'planned' ? own.rank : rankOf.late(now, entry.reference);
  return tx.replace(agendaItems, { ...own, batch: undefined, placed: true, rank }, { expecting: own.version });
}

/** A batch without one of its applications, and without the parties that only that one had. */
export function batchWithout(batch: AgendaItem, gone: BatchEntry): AgendaItem {
  const entries = (batch.entries ?? []).filter(({ item }) => item !== gone.item);
  return { ...batch, entries, parties: partiesOf(entries) };
}

/** Accounts that are party to any of the applications. */
export const partiesOf = (entries: readonly Pick<BatchEntry, 'parties'>[]): readonly string[] => [
  ...new Set(entries.flatMap(({ parties }) => parties)),
];
