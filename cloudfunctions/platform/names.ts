import { accounts } from './accounts';
import type { Reader } from './types';

/** Account id → the name the person goes by as staff, where one is known. One read. */
export async function accountNames(
  db: Pick<Reader, 'getMany'>,
  ids: readonly (string | undefined)[],
): Promise<(id: string) => string | undefined> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const found = wanted.length === 0 ? [] : await db.getMany(accounts, wanted);
  const names = new Map(found.map(({ _id, name }) => [_id, name]));
  return (id) => names.get(id);
}
