import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { rulesOf } from '../../rules';
import { members } from '../members';
import { dueFacts } from './compliance-due';

/** After a unit's admission: tells when its look-ups are due again, in the chain of the member. */
export const followCompliance = useCase(membership.followCompliance, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.followCompliance' }),
  async run({ input, tx, db, now }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    const facts = dueFacts(member, await rulesOf(db, now), now);
    tx.emit(facts);
    return { dueAt: facts.dueAt ?? null };
  },
});
