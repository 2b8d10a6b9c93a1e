import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { minutesOf, minutesRecords, movedMinutes } from '../minutes-records';

/** Sends minutes back to be rewritten, with the reason; also after the check, while they are not published. */
export const returnMinutes = useCase(governance.returnMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.return' }),
  async run({ input, actor, tx }) {
    const minutes = await minutesOf(tx, input.meetingId, input.version);
    const returned = movedMinutes(minutes, 'return', { returnReason: input.reason, checkedBy: undefined });
    if (minutes.editors.some(actor.countsAs)) throw new AppError('auth.conflictOfInterest');
    const { version } = await tx.replace(minutesRecords, returned, { expecting: input.version });
    tx.emit({ type: 'minutes.reopened', meeting: minutes._id });
    return { id: minutes._id, version };
  },
});
