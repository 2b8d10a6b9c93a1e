import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { countBy } from './administrators';
import { sameGrant, shownGrants, wantedGrant, withGrants } from './grants';

/** Takes a role away, from the next call on. The last administrator stays. */
export const revokeRole = useCase(account.revokeRole, {
  journal: (_input, output) => ({ aggregate: `accounts:${output.id}`, action: 'account.revokeRole' }),
  async run({ input, tx }) {
    const grant = wantedGrant(input);
    const known = await tx.get(accounts, input.accountId);
    if (!known?.grants.some((held) => sameGrant(held, grant))) throw new AppError('notFound');
    if (grant.role === 'administrator') await countBy(tx, -1);
    const left = known.grants.filter((held) => !sameGrant(held, grant));
    const { _id, grants } = await tx.replace(accounts, withGrants(known, left), { expecting: known.version });
    tx.emit({ type: 'role.revoked', account: _id, ...grant });
    return { id: _id, grants: shownGrants(grants) };
  },
});
