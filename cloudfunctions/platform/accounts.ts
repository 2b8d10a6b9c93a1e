import type { RoleGrant } from '../../shared/access/roles';
import type { RecordType, Stored } from './types';

/** One person known by OPENID. Made by the platform in the transaction of their first write. */
export interface Account extends Stored {
  readonly openid: string;
  readonly grants: readonly RoleGrant[];
  /** Holds a role beyond membership; kept beside `grants` so that the list of staff has an index. */
  readonly staff: boolean;
  readonly memberId?: string;
  readonly represents: readonly string[];
  /** How the person is called as staff or in a meeting; sealed. */
  readonly name?: string;
}

export const accounts: RecordType<Account> = {
  collection: 'accounts',
  sealed: ['name'],
  subject: (account) => account._id,
};
