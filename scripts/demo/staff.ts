import type { Role } from '../../shared/access/roles';
import type { Body } from '../../shared/governance/lifecycle';
import type { Acting } from './acting';

/** Makes somebody the first administrator of an empty environment. @returns their account */
export async function firstAdministrator(person: Acting, name: string, code: string): Promise<string> {
  return (await person.call('account.becomeFirstAdministrator', { code, name })).id;
}

/** Gives roles to somebody by the code they show. @returns their account */
export async function appoint(
  administrator: Acting,
  person: Acting,
  name: string,
  grants: readonly { readonly role: Role; readonly city?: string }[],
): Promise<string> {
  const { code } = await person.call('account.myStaffCode', { name });
  let id = '';
  for (const grant of grants) ({ id } = await administrator.call('account.grantRole', { code, ...grant }));
  return id;
}

/** Seats of a body: the first is the chair, the others its deputies. */
export async function seatBody(
  administrator: Acting,
  body: Body,
  holders: readonly (string | null)[],
  version = 0,
): Promise<void> {
  const seats = holders.map((holder, index) => ({
    seat: `seat-${index + 1}`,
    title: index === 0 ? '会长' : index < holders.length - 1 ? '副会长' : '秘书长',
    holder,
  }));
  await administrator.call('governance.setBody', { body, term: 5, seats, version });
}
