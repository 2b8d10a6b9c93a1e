import { governance } from '../../../shared/governance/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { meetingOf, seatOf } from '../meetings';
import { note } from './attendance';

/** A seat signs in on its holder's own phone, also late, and again after leaving; marked as such. */
export const signIn = useCase(governance.signIn, {
  journal: (input) => ({ aggregate: `meetings:${input.meetingId}`, action: 'meeting.signIn' }),
  async run({ input, actor, tx, now }) {
    const meeting = await meetingOf(tx, input.meetingId);
    const seat = seatOf(meeting, actor.id)?.seat;
    if (seat === undefined) throw new AppError('auth.forbidden');
    const entry = { seat, presence: input.presence, by: 'seat', account: actor.id, at: now } as const;
    const signed = await note(tx, meeting, 'signIn', entry);
    tx.emit({ type: 'meeting.signedIn', meeting: meeting._id, seat, account: actor.id });
    return signed;
  },
});
