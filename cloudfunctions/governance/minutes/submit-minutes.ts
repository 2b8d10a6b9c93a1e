import { governance } from '../../../shared/governance/endpoints';
import { useCase } from '../../platform/use-case';
import { minutesOf, minutesRecords, movedMinutes } from '../minutes-records';

/** Hands the draft to somebody else to check. */
export const submitMinutes = useCase(governance.submitMinutes, {
  journal: (input) => ({ aggregate: `minutes:${input.meetingId}`, action: 'minutes.submit' }),
  async run({ input, tx }) {
    const minutes = await minutesOf(tx, input.meetingId, input.version);
    const submitted = movedMinutes(minutes, 'submit', { returnReason: undefined });
    const { version } = await tx.replace(minutesRecords, submitted, { expecting: input.version });
    tx.emit({ type: 'minutes.submitted', meeting: minutes._id });
    return { id: minutes._id, version };
  },
});
