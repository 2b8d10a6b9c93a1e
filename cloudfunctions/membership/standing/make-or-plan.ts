import type { Actor, Transaction } from '../../platform/types';
import { type Member, storeMember } from '../members';
import { type Grounds, memberEventFacts, movedMember, plannedMember, storeMoved } from './moves';

/** Makes a move now, or keeps it for the day from which it holds: then the timer makes it. */
export async function makeOrPlan(
  tx: Transaction,
  member: Member,
  action: string,
  acting: { readonly actor: Actor; readonly now: Date },
  grounds: Grounds,
): Promise<Member> {
  if (grounds.effectiveAt <= acting.now) return storeMoved(tx, member, movedMember(member, action, acting, grounds), action);
  const stored = await storeMember(tx, plannedMember(member, action, acting, grounds));
  tx.emit({
    type: 'member.movePlanned',
    ...memberEventFacts(stored),
    move: action,
    effectiveAt: grounds.effectiveAt.toISOString(),
  });
  return stored;
}
