import type { RoleGrant } from '../../shared/access/roles';
import { blindIndex } from './cipher';
import { AppError } from './errors';
import { plainName } from './plain-text';
import type { RecordType, Stored, Transaction } from './types';

/** That a person agreed to a text, or took that back. */
export interface ConsentEntry {
  readonly key: string;
  readonly version: number;
  readonly at: Date;
  readonly given: boolean;
}

/** One person known by OPENID. Made by the platform in the transaction of their first write. */
export interface Account extends Stored {
  readonly openid: string;
  readonly grants: readonly RoleGrant[];
  /** Holds a role beyond membership; kept beside `grants` so that the list of staff has an index. */
  readonly staff: boolean;
  readonly memberId?: string;
  readonly represents: readonly string[];
  /** Nothing is sent to it any more: its holder has died. */
  readonly silent?: true;
  /** How the person is called as staff or in a meeting; sealed. */
  readonly name?: string;
  /** Blind index of the name, see `nameKeyOf`: tells whether somebody is called so without opening how they are called. */
  readonly nameKey?: string;
  /** Colleagues whose work this person does during their absence: in plain, as it decides who may do what. */
  readonly standsInFor?: readonly StandIn[];
  /** Who does this person's work during an absence, and why; sealed. */
  readonly standIns?: readonly (Omit<StandIn, 'from'> & { readonly to: string; readonly reason: string })[];
  /** Consents taken back, and given anew after that; oldest first, the last one of a key holds. */
  readonly consents?: readonly ConsentEntry[];
}

/** A delegation as the stand-in's account holds it, from `begins` until just before `ends`. */
export interface StandIn {
  readonly id: string;
  /** Account of the absent colleague. */
  readonly from: string;
  readonly begins: Date;
  readonly ends: Date;
}

/** Keys of the texts that the person has taken their consent back from. */
export function withdrawnConsents({ consents = [] }: Pick<Account, 'consents'>): readonly string[] {
  const last = new Map(consents.map(({ key, given }) => [key, given]));
  return [...last].flatMap(([key, given]) => (given ? [] : [key]));
}

export const accounts: RecordType<Account> = {
  collection: 'accounts',
  sealed: ['name', 'standIns'],
  subject: (account) => account._id,
};

/** Stands for a person's name where equality matters. */
export const nameKeyOf = (name: string): string => blindIndex('accountName', plainName(name));

/** The account of somebody who is called by this name from now on. */
export const called = (account: Account, name: string): Account => ({ ...account, name, nameKey: nameKeyOf(name) });

/** A membership as an account holds it: an individual's own, or a unit that the account represents. */
export interface Membership {
  readonly id: string;
  readonly kind: 'individual' | 'unit';
}

/** Gives a membership to an account, from this transaction on. Nothing changes when it has it already. */
export async function bindMember(tx: Transaction, accountId: string, { id, kind }: Membership): Promise<void> {
  const known = await tx.get(accounts, accountId);
  if (!known) throw new AppError('notFound');
  const grants = known.grants.filter(({ role }) => role !== 'member');
  const bound =
    kind === 'individual'
      ? { ...known, grants: [{ role: 'member' } as const, ...grants], memberId: id }
      : { ...known, represents: [...known.represents.filter((unit) => unit !== id), id] };
  await tx.replace(accounts, bound, { expecting: known.version });
}

/** Takes a membership from an account: its very next call is made without it. */
export async function unbindMember(tx: Transaction, accountId: string, { id, kind }: Membership): Promise<void> {
  const known = await tx.get(accounts, accountId);
  if (!known || (kind === 'individual' ? known.memberId !== id : !known.represents.includes(id))) return;
  const { memberId: _memberId, ...rest } = known;
  const unbound =
    kind === 'individual'
      ? { ...rest, grants: known.grants.filter(({ role }) => role !== 'member') }
      : { ...known, represents: known.represents.filter((unit) => unit !== id) };
  await tx.replace(accounts, unbound, { expecting: known.version });
}
