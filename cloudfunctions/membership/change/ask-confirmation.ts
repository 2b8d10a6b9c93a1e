import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { members, storeMember } from '../members';
import { confirmationDueAt, monthsBetween } from './confirmation';

/** Asks a member whether the data still hold, once in the time that the rule gives; one without an account is only noted. */
export const askConfirmation = useCase(membership.askConfirmation, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.askConfirmation' }),
  async run({ input, tx, db, now }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    const { askedAt, account, city } = member;
    const months = await monthsBetween(db, now);
    if (!askedAt || confirmationDueAt({ admittedAt: askedAt }, months) > now) return { asked: false };
    await storeMember(tx, { ...member, confirmationAskedAt: now });
    tx.emit({ type: 'member.confirmationAsked', member: member._id, account, city });
    return { asked: account !== undefined };
  },
});
