import { blindIndex } from '../../platform/cipher';
import { plain, plainName } from '../../platform/plain-text';
import type { Member } from '../members';
import { numbersOf } from '../profiles';

/** Stands for a name with the last four characters of a number of its holder; useless without the key of the environment. */
export const claimKeyOf = (kind: Member['kind'], name: string, lastFour: string): string =>
  blindIndex('claim', `${kind}:${plain(lastFour)}:${plainName(name)}`);

/** What a record on file can be claimed by: its name with the ends of its numbers. Nothing once the person is erased. */
export function claimKeysOf({ kind, name, profile }: Pick<Member, 'kind' | 'name'> & Partial<Pick<Member, 'profile'>>) {
  if (!profile || name === '') return [];
  const ends = numbersOf(profile).map((number) => plain(number).slice(-4));
  return [...new Set(ends.filter((end) => end.length === 4).map((end) => claimKeyOf(kind, name, end)))];
}
