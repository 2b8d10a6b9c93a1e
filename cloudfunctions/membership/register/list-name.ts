import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { members } from '../members';
import { memberNames, plainTokens } from './names';

/** Follows the member's record: found by the name, number and city that it has now. */
export const listName = useCase(membership.listName, {
  journal: (input) => ({ aggregate: `memberNames:${input.memberId}`, action: 'member.listName' }),
  async run({ input, tx }) {
    const member = await tx.get(members, input.memberId);
    if (!member) throw new AppError('notFound');
    const { _id, person, number, city } = member;
    const tokens = plainTokens(member);
    const known = await tx.get(memberNames, _id);
    const listed = { _id, person, number, city, tokens, read: member.name === '' };
    if (known) await tx.replace(memberNames, { ...listed, version: known.version }, { expecting: known.version });
    else await tx.add(memberNames, listed);
    return { tokens: tokens.length };
  },
});
