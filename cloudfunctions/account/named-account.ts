import { AppError } from '../platform/errors';
import { accountOfCode } from '../platform/shown-codes';
import type { Reader, WriteContext } from '../platform/types';

interface Named {
  readonly accountId?: string | undefined;
  readonly code?: string | undefined;
}

interface Context extends Pick<WriteContext<never>, 'now' | 'limit'> {
  readonly input: Named;
  readonly db: Reader;
}

/**
 * The account that is meant: one already listed as staff, or the one whose code is shown.
 *
 * @throws request.invalid unless exactly one of the two is given and the code is one that is valid now; limit.exceeded
 */
export async function namedAccount({ input: { accountId, code }, db, now, limit }: Context): Promise<string> {
  if ((accountId === undefined) === (code === undefined)) throw new AppError('request.invalid', { fields: { code: 'required' } });
  if (accountId !== undefined) return accountId;
  await limit('staffCodeGuess', { max: 30, perSeconds: 600 });
  const found = await accountOfCode(db, code ?? '', now);
  if (found === undefined) throw new AppError('request.invalid', { fields: { code: 'staffCode.unknown' } });
  return found;
}
