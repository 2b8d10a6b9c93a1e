import { yearOf } from '../../shared/dates';
import { governance } from '../../shared/governance/endpoints';
import { meetingTitle } from '../../shared/governance/naming';
import { AppError } from '../platform/errors';
import type { Transaction } from '../platform/types';
import { useCase } from '../platform/use-case';
import { bodyRecords, meetingCounters } from './bodies';
import { listedAt, meetings } from './meetings';

const day = 24 * 3600 * 1000;
/** A meeting is planned from today up to a year ahead. */
const earliest = -day;
const latest = 366 * day;

/** Plans a meeting of a body and gives it the next number of its year. */
export const planMeeting = useCase(governance.planMeeting, {
  journal: (_input, output) => ({ aggregate: `meetings:${output.id}`, action: 'meeting.plan' }),
  async run({ input, tx, now, newId }) {
    const at = new Date(input.at);
    const ahead = at.getTime() - now.getTime();
    if (ahead < earliest || ahead > latest) throw new AppError('request.invalid', { fields: { at: 'date.outOfRange' } });
    const body = await tx.get(bodyRecords, input.body);
    if (!body || body.seats.length === 0) throw new AppError('notFound', { message: '这个会议机构还没有设置席位' });
    const year = yearOf(at);
    const meeting = await tx.add(meetings, {
      _id: newId(),
      body: input.body,
      term: body.term,
      title: meetingTitle(input.body, year, await nextNumber(tx, `${input.body}:${year}`)),
      at,
      place: input.place,
      state: 'planned',
      seats: body.seats,
      attendance: [],
      agenda: [],
      listed: listedAt('planned', at),
    });
    tx.emit({ type: 'meeting.planned', meeting: meeting._id, meetingAt: at.toISOString() });
    return { id: meeting._id, version: meeting.version };
  },
});

async function nextNumber(tx: Transaction, id: string): Promise<number> {
  const counter = await tx.get(meetingCounters, id);
  if (!counter) return (await tx.add(meetingCounters, { _id: id, last: 1 })).last;
  return (await tx.replace(meetingCounters, { ...counter, last: counter.last + 1 }, { expecting: counter.version })).last;
}
