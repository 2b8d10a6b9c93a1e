import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { countBy } from './administrators';
import { sameGrant, shownGrants, wantedGrant, withGrants } from './grants';
import { namedAccount } from './named-account';

/** Gives a role to an account already listed as staff, or to the one whose code is shown. */
export const grantRole = useCase(account.grantRole, {
  journal: (_input, output) => ({ aggregate: `accounts:${output.id}`, action: 'account.grantRole' }),
  async run(context) {
    const { input, tx } = context;
    const grant = wantedGrant(input);
    const known = await tx.get(accounts, await namedAccount(context));
    if (!known) throw new AppError('notFound');
    if (known.grants.some((held) => sameGrant(held, grant))) return { id: known._id, grants: shownGrants(known.grants) };
    if (grant.role === 'administrator') await countBy(tx, 1);
    const granted = withGrants(known, [...known.grants, grant]);
    const { _id, grants } = await tx.replace(accounts, granted, { expecting: known.version });
    tx.emit({ type: 'role.granted', account: _id, ...grant });
    return { id: _id, grants: shownGrants(grants) };
  },
});
