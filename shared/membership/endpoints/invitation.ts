import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant } from '../../schema';
import { Can } from './common';

const Invitation = once(() =>
  z.object({
    code: z.string(),
    memberId: Id,
    createdAt: Instant,
    expiresAt: Instant,
    /** Applications that were handed in with it, of those it is good for. */
    used: z.number(),
    uses: z.number(),
    state: z.enum(['live', 'usedUp', 'expired']),
  }),
);

/** Members in good standing recommend by a code: 会员推荐. */
export const invitationEndpoints = {
  /** Of the caller's own membership, or of a unit they represent. */
  createInvitation: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ memberId: z.optional(Id) }),
    output: Invitation,
  },
  /** Ends one early: by who made it, or by staff who keep the member. */
  endInvitation: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ code: z.string().check(z.maxLength(20, 'text.tooLong')) }),
    output: Invitation,
  },
  /** The caller's newest invitations; counts only, nobody's name. */
  myInvitations: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({}),
    output: () => z.object({ rows: z.array(Invitation()), can: Can }),
  },
} as const satisfies Record<string, Specification>;
