import { organisation } from '../../shared/organisation';
import { accounts } from '../platform/accounts';
import type { Reader } from '../platform/types';

/** Account id → the name a staff member goes by; the office's name where none is known. One read. */
export async function namesOf(
  db: Pick<Reader, 'getMany'>,
  ids: readonly (string | undefined)[],
): Promise<(id: string) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
  const found = wanted.length === 0 ? [] : await db.getMany(accounts, wanted);
  const names = new Map(found.map(({ _id, name }) => [_id, name]));
  return (id) => names.get(id) || organisation.office;
}
