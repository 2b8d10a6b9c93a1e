import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { changeStates } from '../change-lifecycle';
import { Can } from './common';

const kinds = ['individual', 'unit'] as const;
const ChangeKind = z.enum(['details', 'representative', 'confirmation']);
const FieldValue = once(() =>
  z.union([
    z.string().check(z.maxLength(1000, 'text.tooLong')),
    z.array(z.string().check(z.maxLength(100, 'text.tooLong'))).check(z.maxLength(20, 'choice.tooMany')),
  ]),
);
const FileId = z.string().check(z.maxLength(300));
const ByMember = once(() => z.strictObject({ memberId: Id, version: Version }));
const ByChange = once(() => z.strictObject({ changeId: Id, version: Version }));
const mobile = z.string().check(z.trim(), z.regex(/^1[3-9]\d{9}$/, 'mobile.format'));

/** One field of the member's own data. */
const Detail = once(() =>
  z.object({
    /** `section.field`, a key of `fieldLabels`. */
    field: z.string(),
    value: FieldValue(),
    /** What stands for the value until its owner taps; null for what is not sensitive. */
    masked: z.nullable(z.string()),
    /** Whether a change is reviewed or takes effect at once; null when the field does not change. */
    way: z.nullable(z.enum(['review', 'atOnce'])),
  }),
);

/** Something that happened; `memberEventTexts` makes a sentence of kind and facts. */
const MemberEvent = once(() =>
  z.object({
    at: Instant,
    kind: z.string(),
    facts: z.record(z.string(), z.string()),
    /** What fields held and hold, in words; sensitive ones masked. */
    changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  }),
);

const OpenChange = once(() =>
  z.object({
    id: Id,
    version: Version,
    reference: z.string(),
    kind: ChangeKind,
    fields: z.array(z.string()),
    at: Instant,
    can: Can,
  }),
);

export const MemberView = once(() =>
  z.object({
    id: Id,
    version: Version,
    number: z.string(),
    kind: z.enum(kinds),
    name: z.string(),
    standing: z.string(),
    standingSince: Instant,
    admittedAt: Instant,
    city: z.string(),
    category: z.nullable(z.string()),
    /** What the code on the certificate says; null while none is in force. */
    verifyUrl: z.nullable(z.string()),
    details: z.array(Detail()),
    /** Newest first, the last hundred. */
    timeline: z.array(MemberEvent()),
    openChanges: z.array(OpenChange()),
    /** `dueAt`: from when on the data are to be confirmed. */
    confirmation: z.object({ due: z.boolean(), dueAt: Instant, confirmedAt: z.nullable(Instant) }),
    /** Days within which changed data are to be reported, and where that stands. */
    reportWithin: z.object({ days: z.int(), source: z.string() }),
    representative: z.nullable(z.object({ name: z.string(), post: z.string(), mobile: z.string() })),
    /** What the standing allows: right → whether. */
    rights: z.record(z.string(), z.boolean()),
    /** The person's memberships, own and represented, to choose from. */
    memberships: z.array(z.object({ id: Id, kind: z.enum(kinds), name: z.string() })),
    can: Can,
  }),
);
export type MemberView = z.output<ReturnType<typeof MemberView>>;

const ChangeSummary = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: ChangeKind,
    state: z.enum(changeStates),
    memberName: z.string(),
    memberNumber: z.string(),
    city: z.string(),
    fields: z.array(z.string()),
    at: Instant,
  }),
);

export const ChangeView = once(() =>
  z.object({
    ...ChangeSummary().shape,
    version: Version,
    memberId: Id,
    memberKind: z.enum(kinds),
    /** Old and new side by side, in words; identity numbers and mobiles masked. */
    changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    reason: z.nullable(z.string()),
    evidenceUrl: z.nullable(z.string()),
    /** Who handed it in: the member's name, or the officer's. */
    by: z.string(),
    decision: z.nullable(z.object({ at: Instant, by: z.string(), reason: z.nullable(z.string()) })),
    /** Why this person must keep out of it; null when nothing is on record. */
    conflict: z.nullable(z.enum(['own', 'entered'])),
    can: Can,
  }),
);
export type ChangeView = z.output<ReturnType<typeof ChangeView>>;

const Requested = once(() =>
  z.object({
    memberId: Id,
    version: Version,
    /** Fields that changed at once. */
    applied: z.array(z.string()),
    /** What staff look at first; null when nothing needs it. */
    request: z.nullable(z.object({ id: Id, reference: z.string() })),
  }),
);

/** What members keep current about themselves, and privacy. */
export const changeEndpoints = {
  /** A membership of the person's own or a unit they represent, on one page; without an id their own, else their first unit. */
  myMember: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ memberId: z.optional(Id) }),
    output: () => z.nullable(MemberView()),
  },
  /** Changes fields of one's own: at once, or for staff to look at, as `change-fields.ts` says. */
  requestChange: {
    kind: 'write',
    needs: 'signedIn',
    input: () =>
      z.strictObject({
        memberId: Id,
        version: Version,
        changes: z
          .array(z.strictObject({ field: z.string().check(z.maxLength(60)), value: FieldValue() }))
          .check(z.minLength(1, 'required'), z.maxLength(30, 'choice.tooMany')),
        reason: z.optional(text(300)),
        /** An upload of the person's own that shows it. */
        evidence: z.optional(FileId),
      }),
    output: Requested,
  },
  withdrawChange: {
    kind: 'write',
    needs: 'signedIn',
    input: ByChange,
    output: () => z.object({ id: Id, version: Version, state: z.enum(changeStates), memberId: Id }),
  },
  /** The yearly "nothing has changed". */
  confirmDetails: {
    kind: 'write',
    needs: 'signedIn',
    input: ByMember,
    output: () => z.object({ memberId: Id, version: Version, confirmedAt: Instant }),
  },
  /**
   * A unit names another representative: the present one by themself, or staff with the unit's paper. The new one shows a
   * code. Staff confirm.
   */
  changeRepresentative: {
    kind: 'write',
    needs: 'signedIn',
    input: () =>
      z.strictObject({
        memberId: Id,
        version: Version,
        name: text(50),
        post: text(40),
        mobile,
        code: z.string().check(z.regex(/^[0-9A-Za-z]{8}$/, 'staffCode.format')),
        /** The unit's letter; staff must have it. */
        evidence: z.optional(FileId),
      }),
    output: Requested,
  },
  /** Changes that wait within the officer's reach, oldest first. */
  changeRequests: {
    kind: 'read',
    needs: 'member.manage',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(ChangeSummary()), next: z.nullable(z.string()) }),
  },
  changeRequest: {
    kind: 'read',
    needs: 'member.manage',
    input: () => z.strictObject({ changeId: Id }),
    output: ChangeView,
  },
  decideChange: {
    kind: 'write',
    needs: 'member.manage',
    input: () =>
      z.strictObject({
        changeId: Id,
        version: Version,
        decision: z.enum(['approve', 'reject']),
        /** Needed to reject; the member reads it. */
        reason: z.optional(text(300)),
      }),
    output: () => z.object({ id: Id, version: Version, state: z.enum(changeStates), memberId: Id }),
  },
  /** The full identity number and mobile of a member for a stated reason, which they can see; of a change also the new ones. */
  revealMember: {
    kind: 'write',
    needs: 'person.reveal',
    input: () => z.strictObject({ memberId: Id, changeId: z.optional(Id), reason: text(200) }),
    output: () =>
      z.object({
        idNumber: z.string(),
        mobile: z.string(),
        /** Of a unit. */
        representativeMobile: z.optional(z.string()),
        after: z.nullable(z.object({ idNumber: z.nullable(z.string()), mobile: z.nullable(z.string()) })),
      }),
  },
  /** Who saw the person's full identity number, as applicant or as member; newest first. */
  myDisclosures: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () =>
      z.object({
        rows: z.array(z.object({ at: Instant, by: z.string(), reason: z.string() })),
        next: z.nullable(z.string()),
      }),
  },
  /** Asks a member once a year whether the data still hold. */
  askConfirmation: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id }),
    output: () => z.object({ asked: z.boolean() }),
  },
  /** Follows a withdrawn consent or a closed account: what is under way ends. */
  endApplication: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ applicationId: Id }),
    output: () => z.object({ ended: z.boolean() }),
  },
  /** Follows a closed account: what stood for the person in one record goes; a slot's id is the account. */
  forgetRecord: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ record: z.enum(['application', 'claim', 'member', 'slot', 'unitSlot', 'shownCode']), id: Id }),
    output: () => z.object({ forgotten: z.boolean() }),
  },
  /** Erases what is kept of somebody who resigned, when the time that they chose is over. */
  eraseMembership: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id }),
    output: () => z.object({ erased: z.boolean() }),
  },
  /** Follows an erased membership: the content of one record about it goes. */
  eraseRecord: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ record: z.enum(['application', 'change', 'measure', 'claim']), id: Id }),
    output: () => z.object({ erased: z.boolean() }),
  },
  /** Follows published minutes: noted at an application or measure that the meeting decided. */
  followMinutes: {
    kind: 'write',
    needs: 'system',
    input: () =>
      z.strictObject({
        record: z.enum(['application', 'measure']),
        id: Id,
        meetingId: Id,
        meetingTitle: text(100),
        publishedAt: Instant,
      }),
    output: () => z.object({ followed: z.boolean() }),
  },
  /** Keeps what the retention rules say about one application: warned, content erased, or deleted. */
  retainApplication: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ applicationId: Id, action: z.enum(['warn', 'delete', 'erase']) }),
    output: () => z.object({ done: z.boolean() }),
  },
} as const satisfies Record<string, Specification>;
