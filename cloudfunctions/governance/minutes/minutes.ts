import { governance, type MinutesView } from '../../../shared/governance/endpoints';
import { minutesLifecycle } from '../../../shared/governance/lifecycle';
import { AppError } from '../../platform/errors';
import type { Actor, Reader } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { meetings } from '../meetings';
import { type Minutes, minutesRecords, seesMinutes, worksOnMinutes } from '../minutes-records';
import { allowed, meetingCan } from '../policies';

/** The minutes of a meeting, for those who work on them and, once published, for the members concerned. */
export const minutes = useCase(governance.minutes, {
  async run({ input, db, actor }) {
    const found = await db.get(minutesRecords, input.meetingId, seesMinutes(actor));
    if (!found) throw new AppError('notFound', { fields: await beginnable(db, input.meetingId, actor) });
    return minutesView(found, actor);
  },
});

/** Whoever may draft the minutes of a meeting that has none hears so with the answer that there are none. */
async function beginnable(db: Reader, meetingId: string, actor: Actor): Promise<Record<string, string>> {
  if (!actor.may('meeting.manage')) return {};
  const meeting = await db.get(meetings, meetingId);
  return meeting && meetingCan(meeting, actor).draftMinutes ? { possible: 'draftMinutes' } : {};
}

function minutesView(found: Minutes, actor: Actor): MinutesView {
  const { _id, title, at, place, state, version, publishedAt, recipients } = found;
  const works = worksOnMinutes(actor);
  return {
    meetingId: _id,
    title,
    at: at.toISOString(),
    place,
    state,
    version,
    sections: found.sections.map(({ key, heading, record, text }) => ({ key, heading, record: [...record], text })),
    returnReason: (works && found.returnReason) || null,
    publishedAt: publishedAt?.toISOString() ?? null,
    readAt: recipients.find(({ account }) => account === actor.id)?.readAt?.toISOString() ?? null,
    receipts: works ? recipients.map(({ as, who, readAt }) => ({ as, who, readAt: readAt?.toISOString() ?? null })) : [],
    can: minutesCan(found, actor),
  };
}

function minutesCan({ state, editors, recipients }: Minutes, actor: Actor): Record<string, boolean> {
  const moves = allowed(minutesLifecycle, state, actor);
  const wrote = editors.some(actor.countsAs);
  return {
    save: moves.has('save'),
    submit: moves.has('submit'),
    check: moves.has('check') && !wrote,
    return: moves.has('return') && !wrote,
    publish: moves.has('publish'),
    markRead: recipients.some(({ account, readAt }) => account === actor.id && readAt === undefined),
  };
}
