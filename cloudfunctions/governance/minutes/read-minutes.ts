import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { minutesRecords } from '../minutes-records';

/** A member concerned has read the minutes; the first time counts. */
export const readMinutes = useCase(governance.readMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.read' }),
  async run({ input, actor, tx, now }) {
    const isOwn = ({ account }: { readonly account: string }) => account === actor.id;
    const minutes = await tx.get(minutesRecords, input.meetingId, ({ recipients }) => recipients.some(isOwn));
    if (!minutes) throw new AppError('notFound');
    if (minutes.recipients.find(isOwn)?.readAt) return { id: minutes._id, version: minutes.version };
    const recipients = minutes.recipients.map((one) => (isOwn(one) ? { ...one, readAt: now } : one));
    const { version } = await tx.replace(minutesRecords, { ...minutes, recipients }, { expecting: minutes.version });
    return { id: minutes._id, version };
  },
});
