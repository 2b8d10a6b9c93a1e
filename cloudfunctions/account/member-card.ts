import type { MemberFacts } from '../membership';
import { memberFacts } from '../membership';
import type { Actor, Reader } from '../platform/types';

/** A member as home and account pages show them. */
export function memberCard({ id, number, kind, name, standing, admittedAt }: MemberFacts) {
  return { id, number, kind, name, standing, admittedAt: admittedAt.toISOString() };
}

/** The person's own membership and the units they represent, with one read; nothing is read for a person without either. */
export async function membershipsOf(db: Reader, { memberId, represents }: Pick<Actor, 'memberId' | 'represents'>) {
  const facts = await memberFacts(db, [...(memberId ? [memberId] : []), ...represents]);
  const own = facts.find(({ id }) => id === memberId);
  const units = represents.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
  return { own, units };
}
