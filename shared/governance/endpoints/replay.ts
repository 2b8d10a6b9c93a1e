import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant } from '../../schema';

const Outcome = z.enum(['passed', 'notPassed', 'noQuorum', 'incomplete']);

const ReplayedDecision = once(() =>
  z.object({
    item: Id,
    /** Of the application or measure; empty for a matter and a batch. */
    reference: z.string(),
    /** Applications decided together. */
    entries: z.int(),
    meetingTitle: z.string(),
    decidedAt: Instant,
    /** `key@version` it was decided by. */
    rule: z.string(),
    stored: z.enum(['passed', 'notPassed']),
    /** What the stored attendance and votes come to under that rule now; null when the rule is not known any more. */
    again: z.nullable(Outcome),
    same: z.boolean(),
    /** What they would come to under the version asked about; null when that is another rule. */
    under: z.nullable(Outcome),
  }),
);
export type ReplayedDecision = z.output<ReturnType<typeof ReplayedDecision>>;

export const replayEndpoints = {
  /** Works every stored decision out again, twenty a page, and tells which would have been another under a version of a rule. */
  replayDecisions: {
    kind: 'read',
    needs: 'audit.read',
    input: () =>
      z.strictObject({
        cursor: z.optional(Cursor),
        under: z.optional(z.strictObject({ key: z.string().check(z.maxLength(80)), version: z.int().check(z.positive()) })),
      }),
    output: () => z.object({ rows: z.array(ReplayedDecision()), next: z.nullable(z.string()) }),
  },
} as const satisfies Readonly<Record<string, Specification>>;
