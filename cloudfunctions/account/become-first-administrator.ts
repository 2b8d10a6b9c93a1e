import { createHash, timingSafeEqual } from 'node:crypto';
import { account } from '../../shared/account/endpoints';
import { accounts, called } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { useCase } from '../platform/use-case';
import { countFirst } from './administrators';
import { shownGrants, withGrants } from './grants';

/** A shorter code in the environment is a mistake and opens nothing. */
const shortest = 24;
const guesses = { max: 5, perSeconds: 3600 };

/** Makes the caller the first administrator of a fresh environment; works exactly once. */
export const becomeFirstAdministrator = useCase(account.becomeFirstAdministrator, {
  journal: (_input, output) => ({ aggregate: `accounts:${output.id}`, action: 'account.becomeFirstAdministrator' }),
  async run({ input, actor, tx, limit }) {
    await limit('firstAdministrator', guesses);
    if (!isCode(input.code, process.env.FIRST_ADMINISTRATOR_CODE ?? '')) throw new AppError('administrator.wrongCode');
    await countFirst(tx);
    const known = await tx.get(accounts, actor.id);
    if (!known) throw new AppError('notFound');
    const named = called(withGrants(known, [...known.grants, { role: 'administrator' }]), input.name);
    const { _id, grants } = await tx.replace(accounts, named, { expecting: known.version });
    tx.emit({ type: 'role.granted', account: _id, role: 'administrator' });
    return { id: _id, grants: shownGrants(grants) };
  },
});

/** Compares in constant time, whatever the lengths. */
function isCode(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted)) && wanted.length >= shortest;
}
