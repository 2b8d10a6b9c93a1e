import { governance } from '../../../shared/governance/endpoints';
import type { Body } from '../../../shared/governance/lifecycle';
import { entryDeciders, measureDeciders } from '../../../shared/rules/rules';
import { type ApplicationFacts, applicationFacts, type MeasureFacts, measureFacts } from '../../membership';
import { AppError } from '../../platform/errors';
import type { New, Reader, WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import type { AgendaItem } from '../agenda-items';
import { type Meeting, meetingOf, meetings, movedMeeting } from '../meetings';
import { partiesOf } from './pull-out-item';
import { rankOf } from './ranks';
import { assertRoom, fresh, schedule } from './schedule';
import { assertNoVeto } from './veto';

type Context = WriteContext<typeof governance.addItems>;
type Added = Pick<Meeting, 'agenda' | 'batched'>;

/** Puts applications and measures that await a meeting on the agenda of a planned one. */
export const addItems = useCase(governance.addItems, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.addItems' }),
  async run(context) {
    const { input, tx } = context;
    const meeting = await meetingOf(tx, input.meetingId);
    const ids = [...new Set(input.applicationIds)];
    const together = input.together === true && ids.length > 1;
    const measureIds = [...new Set(input.measureIds)];
    assertRoom(meeting, ids.length + measureIds.length + (together ? 1 : 0));
    if (ids.length > 0) await assertDecides(context, meeting, entryDeciders, '入会申请');
    if (measureIds.length > 0) await assertDecides(context, meeting, measureDeciders, '会籍处理');
    const found = await awaiting(context.db, ids);
    const added = together ? await addBatch(context, meeting, found) : await addEach(context, meeting, found);
    const measures = await addMeasures(context, meeting, measureIds);
    const changed = movedMeeting(meeting, 'changeAgenda', {
      agenda: [...meeting.agenda, ...added.agenda, ...measures],
      batched: [...meeting.batched, ...added.batched],
    });
    const { version } = await tx.replace(meetings, changed, { expecting: input.version });
    return { id: meeting._id, version };
  },
});

/** @throws wrongStatus for a body that the rule does not name */
async function assertDecides({ db, now }: Context, { body }: Meeting, rule: typeof entryDeciders, what: string): Promise<void> {
  const deciders: readonly Body[] = (await rulesOf(db, now))(rule).value;
  if (!deciders.includes(body)) throw new AppError('wrongStatus', { message: `这个会议机构不讨论${what}` });
}

/**
 * The applications, all of them waiting for a meeting; read outside of the transaction, so one that is withdrawn at this
 * very moment, or looked up and found wanting, is taken off again by the reaction to `agenda.scheduled`.
 */
async function awaiting(db: Reader, ids: readonly string[]): Promise<readonly ApplicationFacts[]> {
  if (ids.length === 0) return [];
  const found = await applicationFacts(db, ids);
  if (found.length < ids.length) throw new AppError('notFound');
  const other = found.find(({ state }) => state !== 'awaitingMeeting');
  if (other) throw new AppError('wrongStatus', { fields: { state: other.state, possible: '' } });
  assertNoVeto(found);
  return found;
}

const admissionOf = (_id: string, meetingId: string, facts: ApplicationFacts): New<AgendaItem> => ({
  ...fresh,
  _id,
  meetingId,
  kind: 'admission',
  applicationId: facts.id,
  applicantKind: facts.kind,
  reference: facts.reference,
  rank: rankOf.application(facts),
  live: facts.id,
  parties: facts.parties,
});

async function addEach({ tx, newId }: Context, meeting: Meeting, found: readonly ApplicationFacts[]): Promise<Added> {
  const agenda: string[] = [];
  for (const facts of found) agenda.push((await schedule(tx, meeting, admissionOf(newId(), meeting._id, facts)))._id);
  return { agenda, batched: [] };
}

/** One item for all of them, and for each its own record, which has no place on the agenda. */
async function addBatch({ tx, newId }: Context, meeting: Meeting, found: readonly ApplicationFacts[]): Promise<Added> {
  const _id = newId();
  const own = found
    .map((facts) => ({ ...admissionOf(newId(), meeting._id, facts), batch: _id, placed: false }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const entries = own.map(({ _id: item, applicationId = '', reference = '', applicantKind = 'individual', parties }) => ({
    item,
    applicationId,
    reference,
    applicantKind,
    parties,
  }));
  const place = { meetingId: meeting._id, rank: own[0]?.rank ?? '', live: _id };
  await schedule(tx, meeting, { ...fresh, ...place, _id, kind: 'admissionBatch', entries, parties: partiesOf(entries) });
  for (const item of own) await schedule(tx, meeting, item);
  return { agenda: [_id], batched: own.map((item) => item._id) };
}

const measureOf = (_id: string, meetingId: string, now: Date, facts: MeasureFacts): New<AgendaItem> => ({
  ...fresh,
  _id,
  meetingId,
  kind: 'measure',
  measureId: facts.id,
  measureKind: facts.kind,
  reference: facts.reference,
  rank: rankOf.measure(now, facts.reference),
  live: facts.id,
  parties: facts.parties,
});

/** Measures that were proposed, as they await a meeting. @throws notFound, wrongStatus */
async function addMeasures(context: Context, meeting: Meeting, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { db, tx, now, newId } = context;
  const found = await measureFacts(db, ids);
  if (found.length < ids.length) throw new AppError('notFound');
  const other = found.find(({ state }) => state !== 'proposed');
  if (other) throw new AppError('wrongStatus', { fields: { state: other.state, possible: '' } });
  const added: string[] = [];
  for (const facts of found) added.push((await schedule(tx, meeting, measureOf(newId(), meeting._id, now, facts)))._id);
  return added;
}
