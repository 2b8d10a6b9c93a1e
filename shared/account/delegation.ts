import * as z from 'zod/mini';
import { once, type Specification } from '../contract/endpoint';
import { Id, Instant, text } from '../schema';

/** Who stands in, and when. */
const DelegateInput = once(() =>
  z.strictObject({
    /** Either an account listed as staff, or the code the colleague shows. */
    accountId: z.optional(Id),
    code: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{8}$/, 'staffCode.format'))),
    begins: Instant,
    /** The first instant at which it no longer holds. */
    ends: Instant,
    reason: text(200),
  }),
);

const Delegation = once(() =>
  z.object({
    id: Id,
    /** The stand-in of one given, the absent colleague of one received. */
    name: z.string(),
    begins: Instant,
    ends: Instant,
    state: z.enum(['toCome', 'running']),
    /** Only with those given. */
    reason: z.nullable(z.string()),
    can: z.record(z.string(), z.boolean()),
  }),
);
export type Delegation = z.output<ReturnType<typeof Delegation>>;

const Delegations = once(() =>
  z.object({
    given: z.array(Delegation()),
    received: z.array(Delegation()),
    /** What a stand-in would be able to do: the caller's own roles that can be handed over. */
    roles: z.array(z.object({ role: z.string(), city: z.optional(z.string()) })),
    can: z.record(z.string(), z.boolean()),
  }),
);

export const delegationEndpoints = {
  /** What this person gave to stand-ins and received from absent colleagues, as long as it runs or is to come. */
  delegations: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({}), output: Delegations },
  /**
   * Lets a colleague on the staff do one's own work during an absence: everything but administration and one's seat, and never
   * further. It ends by itself, and at once with the role it rests on.
   */
  delegate: { kind: 'write', needs: 'signedIn', input: DelegateInput, output: () => z.object({ id: Id }) },
  /** Ends it early: either of the two. */
  endDelegation: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ delegationId: Id }),
    output: () => z.object({ id: Id }),
  },
} as const satisfies Readonly<Record<string, Specification>>;
