import { mayDo, type Right } from '../../../shared/membership/standing';
import { AppError } from '../../platform/errors';
import type { Actor, Transaction } from '../../platform/types';
import { isOwn, type Member, members } from '../members';

/**
 * A membership of the person's own or a unit they represent, in the transaction, at the version that they saw. What counts is
 * the record: whoever was replaced as representative a moment ago no longer has it.
 *
 * @throws notFound also for somebody else's; stale; wrongStatus once the standing no longer allows it
 */
export async function ownMember(
  tx: Transaction,
  actor: Actor,
  { memberId, version }: { readonly memberId: string; readonly version: number },
  right: Right = 'changeDetails',
): Promise<Member> {
  const member = await tx.get(members, memberId, (found) => isOwn(actor, found));
  if (!member) throw new AppError('notFound');
  if (member.version !== version) throw new AppError('stale');
  if (!mayDo(member.standing, right)) throw new AppError('wrongStatus', { fields: { standing: member.standing } });
  return member;
}
