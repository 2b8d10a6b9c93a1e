import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { withGrants } from './grants';

/** The account is a member's from now on. */
export const linkMember = useCase(account.linkMember, {
  journal: (input) => ({ aggregate: `accounts:${input.accountId}`, action: 'account.linkMember' }),
  async run({ input, tx }) {
    const known = await tx.get(accounts, input.accountId);
    if (!known) throw new AppError('notFound');
    const others = known.grants.filter(({ role }) => role !== 'member');
    const linked = { ...withGrants(known, [{ role: 'member' }, ...others]), memberId: input.memberId };
    await tx.replace(accounts, linked, { expecting: known.version });
    return { id: known._id };
  },
});
