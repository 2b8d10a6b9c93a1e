import { governance } from '../../shared/governance/endpoints';
import type { Body } from '../../shared/governance/lifecycle';
import { entryDeciders } from '../../shared/rules/rules';
import type { ApplicationFacts } from '../membership';
import { applicationFacts } from '../membership';
import { AppError } from '../platform/errors';
import type { Reader } from '../platform/types';
import { useCase } from '../platform/use-case';
import { agendaItems, agendaLimit } from './agenda-items';
import { type Meeting, meetingOf, meetings, movedMeeting } from './meetings';

/** Puts applications that await a meeting on the agenda of a planned one. */
export const addItems = useCase(governance.addItems, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.addItems' }),
  async run({ input, tx, db, newId }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const ids = [...new Set(input.applicationIds)];
    assertTakes(meeting, ids.length);
    const added: string[] = [];
    for (const facts of await awaiting(db, ids)) {
      const item = await tx.add(agendaItems, newItem(newId(), meeting._id, facts));
      added.push(item._id);
      tx.emit({
        type: 'agenda.scheduled',
        application: facts.id,
        item: item._id,
        meeting: meeting._id,
        meetingTitle: meeting.title,
        meetingAt: meeting.at.toISOString(),
      });
    }
    const changed = movedMeeting(meeting, 'changeAgenda', { agenda: [...meeting.agenda, ...added] });
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    return { id: meeting._id, version };
  },
});

/** @throws wrongStatus for a body that does not decide entry, or an agenda that would become too long */
function assertTakes(meeting: Meeting, more: number): void {
  const deciders: readonly Body[] = entryDeciders.value;
  if (!deciders.includes(meeting.body)) throw new AppError('wrongStatus', { message: '这个会议机构不讨论入会申请' });
  if (meeting.agenda.length + more > agendaLimit)
    throw new AppError('wrongStatus', { message: `一次会议最多 ${agendaLimit} 个议题` });
}

/**
 * The applications, all of them waiting for a meeting; read outside of the transaction, so one that is withdrawn at this
 * very moment is taken off again by the reaction to `agenda.scheduled`.
 */
async function awaiting(db: Reader, ids: readonly string[]): Promise<readonly ApplicationFacts[]> {
  const found = await applicationFacts(db, ids);
  if (found.length < ids.length) throw new AppError('notFound');
  const other = found.find(({ state }) => state !== 'awaitingMeeting');
  if (other) throw new AppError('wrongStatus', { fields: { state: other.state, possible: '' } });
  return found;
}

function newItem(_id: string, meetingId: string, facts: ApplicationFacts) {
  return {
    _id,
    meetingId,
    kind: 'admission',
    applicationId: facts.id,
    reference: facts.reference,
    rank: `${facts.marked ? 0 : 1} ${facts.submittedAt.toISOString()} ${facts.reference}`,
    live: facts.id,
    state: 'pending',
    parties: facts.parties,
    votes: [],
  } as const;
}
