import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { minutesOf, minutesRecords, movedMinutes } from '../minutes-records';

/** Checks minutes against the record; nobody checks what they wrote. `version` is of the text that was read. */
export const checkMinutes = useCase(governance.checkMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.check' }),
  async run({ input, actor, tx }) {
    const minutes = await minutesOf(tx, input.meetingId, input.version);
    const checked = movedMinutes(minutes, 'check', { checkedBy: actor.id });
    if (minutes.editors.some(actor.countsAs)) throw new AppError('auth.conflictOfInterest');
    const { version } = await tx.replace(minutesRecords, checked, { expecting: input.version });
    tx.emit({ type: 'minutes.checked', meeting: minutes._id });
    return { id: minutes._id, version };
  },
});
