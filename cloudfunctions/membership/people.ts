import { organisation } from '../../shared/organisation';
import { accountNames } from '../platform/names';
import type { Reader } from '../platform/types';

/** Account id → the name a staff member goes by; the office's name where none is known. One read. */
export async function namesOf(
  db: Pick<Reader, 'getMany'>,
  ids: readonly (string | undefined)[],
): Promise<(id: string) => string> {
  const nameOf = await accountNames(db, ids);
  return (id) => nameOf(id) || organisation.office;
}
