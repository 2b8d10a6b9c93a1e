import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import type { WriteContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';
import { disclosures, reveals } from '../disclosures';
import { type Member, members } from '../members';
import { numbersShown } from '../profiles';
import { revealMemberRefusal } from '../standing/policies';
import { type MemberChange, memberChanges } from './changes';

/** The full identity number and mobile for a stated reason, which is kept where the person can see it. */
export const revealMember = useCase(membership.revealMember, {
  journal: (input) => ({ aggregate: `members:${input.memberId}`, action: 'member.reveal' }),
  async run(context) {
    const { actor, input, tx, now, newId, limit } = context;
    const member = await tx.get(members, input.memberId, (found) => revealMemberRefusal(actor, found) !== 'notFound');
    if (!member) throw new AppError('notFound');
    const refusal = revealMemberRefusal(actor, member);
    if (refusal) throw new AppError(refusal);
    const change = await changeOf(context, member);
    await limit('person.reveal', reveals);
    const { _id, account, person } = member;
    await tx.add(disclosures, {
      _id: newId(),
      owner: account ?? person,
      about: _id,
      by: actor.id,
      at: now,
      reason: input.reason,
    });
    tx.emit({ type: 'member.revealed', member: _id, city: member.city, by: actor.id });
    return {
      ...numbersShown(member.profile),
      after: change ? { idNumber: after(change, 'identity.idNumber'), mobile: newMobile(change) } : null,
    };
  },
});

/** The change that is looked at, if any. @throws notFound for another member's */
async function changeOf({ tx, input }: WriteContext<typeof membership.revealMember>, { _id }: Member) {
  if (input.changeId === undefined) return undefined;
  const change = await tx.get(memberChanges, input.changeId, ({ member }) => member === _id);
  if (!change) throw new AppError('notFound');
  return change;
}

/** A change touches one mobile at most: a person's, or that of the representative whom a unit names. */
const newMobile = (change: MemberChange) => after(change, 'contact.mobile') ?? after(change, 'people.representativeMobile');

function after({ changes }: MemberChange, field: string): string | null {
  const change = changes.find((each) => each.field === field);
  return change ? String(change.after) : null;
}
