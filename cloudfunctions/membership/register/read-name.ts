import * as z from 'zod/mini';
import type { Endpoint } from '../../../shared/contract/endpoint';
import { Id } from '../../../shared/schema';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { members } from '../members';
import { memberNames, plainTokens, soundTokens } from './names';
import { soundsOf } from './sounds';

/** No function answers to it: a timer runs it. */
const endpoint = {
  name: 'membership.readName',
  kind: 'write',
  needs: 'system',
  input: () => z.strictObject({ memberId: Id }),
  output: () => z.object({ tokens: z.int() }),
} as const satisfies Endpoint;

/** Adds the readings of the name. Only the timers' function carries it: the dictionary is half a megabyte. */
export const readName = useCase(endpoint, {
  journal: (input) => ({ aggregate: `memberNames:${input.memberId}`, action: 'member.readName' }),
  async run({ input, tx }) {
    const member = await tx.get(members, input.memberId);
    const listed = await tx.get(memberNames, input.memberId);
    if (!member || !listed) throw new AppError('notFound');
    const tokens = [...new Set([...plainTokens(member), ...soundTokens(soundsOf(member.name, member.kind))])];
    await tx.replace(memberNames, { ...listed, tokens, read: true }, { expecting: listed.version });
    return { tokens: tokens.length };
  },
});
