import { account } from '../../shared/account/endpoints';
import type { InputOf } from '../../shared/contract/endpoint';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import type { WriteContext } from '../platform/types';
import { useCase } from '../platform/use-case';
import { countBy } from './administrators';
import { sameGrant, shownGrants, wantedGrant, withGrants } from './grants';
import { accountOfCode } from './staff-codes';

type Input = InputOf<typeof account.grantRole>;

/** Gives a role to an account already listed as staff, or to the one whose code is shown. */
export const grantRole = useCase(account.grantRole, {
  journal: (_input, output) => ({ aggregate: `accounts:${output.id}`, action: 'account.grantRole' }),
  async run(context) {
    const { input, tx } = context;
    const grant = wantedGrant(input);
    const known = await tx.get(accounts, await accountId(context));
    if (!known) throw new AppError('notFound');
    if (known.grants.some((held) => sameGrant(held, grant))) return { id: known._id, grants: shownGrants(known.grants) };
    if (grant.role === 'administrator') await countBy(tx, 1);
    const granted = withGrants(known, [...known.grants, grant]);
    const { _id, grants } = await tx.replace(accounts, granted, { expecting: known.version });
    tx.emit({ type: 'role.granted', account: _id, ...grant });
    return { id: _id, grants: shownGrants(grants) };
  },
});

/** @throws request.invalid unless exactly one of account and code is given and the code is one that is valid now */
async function accountId({ input, db, now, limit }: WriteContext<typeof account.grantRole>): Promise<string> {
  const { accountId: listed, code }: Input = input;
  if ((listed === undefined) === (code === undefined)) throw new AppError('request.invalid', { fields: { code: 'required' } });
  if (listed !== undefined) return listed;
  await limit('staffCodeGuess', { max: 30, perSeconds: 600 });
  const found = await accountOfCode(db, code ?? '', now);
  if (found === undefined) throw new AppError('request.invalid', { fields: { code: 'staffCode.unknown' } });
  return found;
}
