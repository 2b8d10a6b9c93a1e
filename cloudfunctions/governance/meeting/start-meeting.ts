import { governance } from '../../../shared/governance/endpoints';
import { votingRules } from '../../../shared/rules/rules';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { meetingOf, meetings, movedMeeting } from '../meetings';

/**
 * Opens the session. Whether there is a quorum is asked at each decision, so a meeting may start while seats arrive; the voting
 * rule of this moment is kept, so that a change of it does not reach a meeting that has begun.
 */
export const startMeeting = useCase(governance.startMeeting, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.start' }),
  async run({ input, tx, db, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const { key, version, effectiveFrom, source, value } = (await rulesOf(db, now))(votingRules[meeting.body]);
    const rule = { key, version, effectiveFrom, source, value };
    const started = await tx.replace(meetings, movedMeeting(meeting, 'start', { startedAt: now, rule }), {
      expecting: input.version,
    });
    tx.emit({ type: 'meeting.started', meeting: meeting._id });
    return { id: meeting._id, version: started.version };
  },
});
