import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';
import { complianceChecks } from '../compliance';
import { FileId } from './checklist';
import { Moved } from './common';

const CheckName = z.enum(
  complianceChecks as readonly [(typeof complianceChecks)[number], ...(typeof complianceChecks)[number][]],
);
/** `YYYY-MM-DD` in Asia/Shanghai. */
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date.notReal'));

const ComplianceEntry = once(() =>
  z.object({
    check: CheckName,
    result: z.string(),
    /** Where it was looked up. */
    source: z.string(),
    checkedAt: Day,
    expiresAt: z.nullable(Day),
    note: z.nullable(z.string()),
    fileUrl: z.nullable(z.string()),
    recordedAt: Instant,
    by: z.string(),
  }),
);

/** The look-ups that a unit needs, with what they found: newest first. */
export const ComplianceView = once(() =>
  z.array(
    z.object({
      check: CheckName,
      /** `missing`; `outdated`: looked up too long ago, or expired; `veto`: keeps the applicant out. */
      state: z.enum(['missing', 'outdated', 'veto', 'current']),
      /** Day until which the newest result counts. */
      goodUntil: z.nullable(Day),
      entries: z.array(ComplianceEntry()),
    }),
  ),
);
export type ComplianceView = z.output<ReturnType<typeof ComplianceView>>;

/** What a look-up found, as an officer notes it. */
const found = once(() => ({
  version: Version,
  check: CheckName,
  result: z.string().check(z.minLength(1, 'required'), z.maxLength(30)),
  source: text(100),
  checkedAt: Day,
  expiresAt: z.optional(Day),
  note: z.optional(text(300)),
  file: z.optional(FileId),
}));

/** What public lists say of a unit, looked up by staff. */
export const complianceEndpoints = {
  /** Notes what a look-up found about a unit that applies. */
  recordCompliance: {
    kind: 'write',
    needs: 'application.review',
    input: () => z.strictObject({ applicationId: Id, ...found() }),
    output: Moved,
  },
  /** Notes what a look-up found about a unit member. */
  recheckCompliance: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ memberId: Id, ...found() }),
    output: () => z.object({ id: Id, version: Version }),
  },
  /** A unit member's look-ups, for the officer who looks them up again. */
  memberCompliance: {
    kind: 'read',
    needs: 'member.read',
    input: () => z.strictObject({ memberId: Id }),
    output: () =>
      z.object({
        id: Id,
        version: Version,
        number: z.string(),
        name: z.string(),
        category: z.nullable(z.string()),
        compliance: ComplianceView(),
        can: z.object({ record: z.boolean() }),
      }),
  },
  /** Follows an admission or a new look-up: tells when the next is due. */
  followCompliance: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id }),
    output: () => z.object({ dueAt: z.nullable(Instant) }),
  },
} as const satisfies Record<string, Specification>;
