import { account } from '../../shared/account/endpoints';
import { accounts, called } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { codeIndex, codeMinutes, newCode, shownCodes } from '../platform/shown-codes';
import type { Transaction } from '../platform/types';
import { useCase } from '../platform/use-case';

/** Makes the code that this person shows to the administrator, and keeps the name they will be called by. */
export const myStaffCode = useCase(account.myStaffCode, {
  journal: (_input, _output, actor) => ({ aggregate: `accounts:${actor.id}`, action: 'account.showStaffCode' }),
  async run({ input, actor, tx, now, limit }) {
    await limit('staffCode', { max: 20, perSeconds: 3600 });
    const known = await tx.get(accounts, actor.id);
    if (!known) throw new AppError('notFound');
    const code = newCode();
    const validUntil = new Date(now.getTime() + codeMinutes * 60_000);
    await tx.replace(accounts, called(known, input.name), { expecting: known.version });
    await putCode(tx, actor.id, codeIndex(code), validUntil);
    return { code, validUntil: validUntil.toISOString() };
  },
});

async function putCode(tx: Transaction, _id: string, code: string, validUntil: Date): Promise<void> {
  const old = await tx.get(shownCodes, _id);
  if (old) await tx.replace(shownCodes, { ...old, code, validUntil }, { expecting: old.version });
  else await tx.add(shownCodes, { _id, code, validUntil });
}
