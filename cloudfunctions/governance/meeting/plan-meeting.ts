import { yearOf } from '../../../shared/dates';
import { governance } from '../../../shared/governance/endpoints';
import { meetingTitle } from '../../../shared/governance/naming';
import { AppError } from '../../platform/errors';
import type { Transaction } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { bodyRecords, meetingCounters } from '../bodies';
import { listedAt, meetings } from '../meetings';

const day = 24 * 3600 * 1000;
/** A meeting is planned from today up to a year ahead. */
const earliest = -day;
const latest = 366 * day;

/** @throws request.invalid for a day before today or more than a year ahead */
export function assertAhead(at: Date, now: Date, field = 'at'): void {
  const ahead = at.getTime() - now.getTime();
  if (ahead < earliest || ahead > latest) throw new AppError('request.invalid', { fields: { [field]: 'date.outOfRange' } });
}

/** Plans a meeting of a body and gives it the next number of its year. */
export const planMeeting = useCase(governance.planMeeting, {
  journal: (_input, output) => ({ aggregate: `meetings:${output.id}`, action: 'meeting.plan' }),
  async run({ input, tx, now, newId }) {
    const at = new Date(input.at);
    assertAhead(at, now);
    const body = await tx.get(bodyRecords, input.body);
    if (!body || body.seats.length === 0) throw new AppError('notFound', { message: '这个会议机构还没有设置席位' });
    const year = yearOf(at);
    const number = await nextNumber(tx, `${input.body}:${year}`);
    const meeting = await tx.add(meetings, {
      _id: newId(),
      body: input.body,
      term: body.term,
      year,
      number,
      title: meetingTitle({ body: input.body, term: body.term, year, number }),
      at,
      place: input.place,
      mode: input.mode ?? 'onSite',
      state: 'planned',
      seats: body.seats,
      attendance: [],
      log: [],
      notices: [],
      pauses: [],
      agenda: [],
      batched: [],
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
