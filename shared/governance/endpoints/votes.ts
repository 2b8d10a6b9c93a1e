import * as z from 'zod/mini';
import type { Specification } from '../../contract/endpoint';
import { Id, text, Version } from '../../schema';
import { choices } from '../voting';
import { ByItem, Written } from './parts';

const Choice = z.enum(choices);

export const voteEndpoints = {
  /** A seat votes on its holder's own phone, once. */
  castVote: {
    kind: 'write',
    needs: 'meeting.vote',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, choice: Choice }),
    output: Written,
  },
  /** The secretary records the vote of a seat that is present, once. */
  recordVote: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, seat: Id, choice: Choice }),
    output: Written,
  },
  /** Corrects a vote while the item is open, by the seat itself or the secretary; who, when, from and to are kept. */
  correctVote: {
    kind: 'write',
    needs: 'meeting.read',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, seat: Id, choice: Choice, reason: text(200) }),
    output: Written,
  },
  /** Closes the vote: quorum, every present seat voted, then the rule decides; the resolution cannot be changed afterwards. */
  decideItem: {
    kind: 'write',
    needs: 'meeting.manage',
    input: ByItem,
    output: () => z.object({ id: Id, version: Version, outcome: z.enum(['passed', 'notPassed']), resolution: z.string() }),
  },
} as const satisfies Record<string, Specification>;
