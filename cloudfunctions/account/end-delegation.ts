import { account } from '../../shared/account/endpoints';
import { type Account, accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import type { Transaction } from '../platform/types';
import { useCase } from '../platform/use-case';

/** Ends a delegation before its time, by either of the two: the stand-in's next call is made without it. */
export const endDelegation = useCase(account.endDelegation, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.endDelegation' }),
  async run({ input, actor, tx }) {
    const id = input.delegationId;
    const own = await tx.get(accounts, actor.id);
    const other = own && otherOf(own, id);
    if (!own || other === undefined) throw new AppError('notFound');
    await takeOut(tx, own, id);
    const known = await tx.get(accounts, other.account);
    // An account that was closed since takes its own side with it.
    if (known) await takeOut(tx, known, id);
    tx.emit({ type: 'delegation.ended', delegation: id, by: own._id, other: other.account, endsAt: other.ends.toISOString() });
    return { id };
  },
});

/** The other person of a delegation. */
function otherOf({ standIns = [], standsInFor = [] }: Account, id: string) {
  const given = standIns.find((one) => one.id === id);
  if (given) return { account: given.to, ends: given.ends };
  const received = standsInFor.find((one) => one.id === id);
  return received && { account: received.from, ends: received.ends };
}

async function takeOut(tx: Transaction, account: Account, id: string): Promise<void> {
  const without = {
    ...account,
    standIns: (account.standIns ?? []).filter((one) => one.id !== id),
    standsInFor: (account.standsInFor ?? []).filter((one) => one.id !== id),
  };
  await tx.replace(accounts, without, { expecting: account.version });
}
