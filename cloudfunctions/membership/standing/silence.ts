import { accounts } from '../../platform/accounts';
import type { Transaction } from '../../platform/types';

/** Nothing is sent to the account any more, whatever happens elsewhere: its holder has died. */
export async function silence(tx: Transaction, accountId: string | undefined): Promise<void> {
  const account = accountId === undefined ? undefined : await tx.get(accounts, accountId);
  if (account) await tx.replace(accounts, { ...account, silent: true }, { expecting: account.version });
}
