import type { Actor } from '../../platform/types';
import type { Member } from '../members';

type Seen = Pick<Member, 'city'>;

const within = (reach: 'all' | readonly string[], city: string) => reach === 'all' || reach.includes(city);

/** Whether a person may see a member as staff; told from unsealed fields. */
export const memberSeen = (actor: Actor, { city }: Seen): boolean => within(actor.reach('member.read'), city);

/** Whether a person may look a unit up: one of their cities, and not a unit of their own. */
export const mayRecheck = (actor: Actor, { _id, city, account }: Member): boolean =>
  within(actor.reach('member.manage'), city) && !actor.countsAsMember(_id) && !(account !== undefined && actor.countsAs(account));
