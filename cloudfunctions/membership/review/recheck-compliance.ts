import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { type Member, members, storeMember } from '../members';
import { dueFacts } from './compliance-due';
import { entryOf } from './compliance-entries';
import { mayRecheck, memberSeen } from './compliance-policy';
import { takeEvidence } from './evidence';

/** Notes what a look-up found about a unit member; earlier results stay, and the next one's date is set. */
export const recheckCompliance = useCase(membership.recheckCompliance, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.recheck' }),
  async run(context) {
    const { actor, input, tx, db, now } = context;
    const member = await tx.get(members, input.memberId, (found) => memberSeen(actor, found));
    if (!member) throw new AppError('notFound');
    if (!mayRecheck(actor, member)) throw new AppError('auth.conflictOfInterest');
    if (member.version !== input.version) throw new AppError('stale');
    const entry = entryOf(input, member.category, actor.id, now);
    await takeEvidence(context, { file: input.file }, member.person);
    const looked: Member = { ...member, compliance: [...(member.compliance ?? []), entry] };
    const stored = await storeMember(tx, looked);
    tx.emit(dueFacts(stored, await rulesOf(db, now), now));
    return { id: stored._id, version: stored.version };
  },
});
