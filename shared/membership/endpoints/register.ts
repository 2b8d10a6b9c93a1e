import * as z from 'zod/mini';
import { cityCodes } from '../../cities';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text } from '../../schema';
import { DraftForm } from '../form';
import { Can } from './common';
import { StandingView } from './standing';

const City = z.enum(cityCodes as readonly [string, ...string[]], 'choice.unknown');
const Kind = z.enum(['individual', 'unit']);
const code = z.string().check(z.regex(/^[A-Za-z]{1,40}$/, 'choice.unknown'));

const MemberRow = once(() =>
  z.object({
    id: Id,
    number: z.string(),
    kind: Kind,
    category: z.nullable(z.string()),
    name: z.string(),
    city: z.string(),
    standing: z.string(),
    admittedAt: Instant,
  }),
);

/** Everything that staff know of one member, on one page. */
export const StaffMemberView = once(() =>
  z.object({
    id: Id,
    version: z.int(),
    number: z.string(),
    kind: Kind,
    category: z.nullable(z.string()),
    name: z.string(),
    city: z.string(),
    standing: z.string(),
    /** Newest first; `by` is a name, empty for what followed from a decision. */
    standingHistory: z.array(
      z.object({
        standing: z.string(),
        effectiveAt: Instant,
        at: Instant,
        by: z.string(),
        basis: z.string(),
        reason: z.string(),
        /** Where the file that shows it can be seen for a short while; null without one. */
        fileUrl: z.nullable(z.string()),
      }),
    ),
    /** A move planned for a day, reminders with their evidence, and measures, newest first. */
    planned: StandingView().shape.planned,
    reminders: StandingView().shape.reminders,
    measures: StandingView().shape.measures,
    admittedAt: Instant,
    /** Whether the member (or the unit's representative) uses the mini-program. */
    hasAccount: z.boolean(),
    /** The member's data as they stand, mobiles and ID number masked; empty when the person was forgotten. */
    profile: DraftForm,
    application: z.nullable(Id),
    resolution: z.string(),
    /** Issued, re-issued, revoked: newest first. */
    certificate: z.nullable(z.object({ issuedAt: Instant, history: z.array(z.object({ event: z.string(), at: Instant })) })),
    /** What waits about this member: lines of the workbench that this reader may see. */
    due: z.array(z.object({ id: Id, kind: z.string(), dueAt: z.nullable(Instant), page: z.string() })),
    can: Can,
  }),
);
export type StaffMemberView = z.output<ReturnType<typeof StaffMemberView>>;

/** The register as staff search and read it. */
export const registerEndpoints = {
  /**
   * Members within the officer's reach, by number. `text` finds by name, pinyin, initials or member number; with it `kind`,
   * `standing` and `category` leave rows out of a page instead of making the pages fuller.
   */
  members: {
    kind: 'read',
    needs: 'member.read',
    input: () =>
      z.strictObject({
        text: z.optional(text(40)),
        city: z.optional(City),
        kind: z.optional(Kind),
        standing: z.optional(code),
        category: z.optional(code),
        cursor: z.optional(Cursor),
      }),
    output: () => z.object({ rows: z.array(MemberRow()), next: z.nullable(z.string()) }),
  },
  member: { kind: 'read', needs: 'member.read', input: () => z.strictObject({ memberId: Id }), output: StaffMemberView },
  /** Follows a member's record: it is found by the name, number and city it has now. */
  listName: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id }),
    output: () => z.object({ tokens: z.int() }),
  },
} as const satisfies Record<string, Specification>;
