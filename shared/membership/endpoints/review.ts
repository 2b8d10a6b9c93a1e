import * as z from 'zod/mini';
import { cityCodes } from '../../cities';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { Assistance } from '../assist';
import { allFieldPaths, isFieldPath } from '../field-paths';
import { DraftForm } from '../form';
import { listedStates } from '../lifecycle';
import { Appeal } from './appeal';
import { Checklist, ChecklistView } from './checklist';
import { AttachmentView, ByApplication, ByVersion, Can, Moved, State } from './common';
import { ComplianceView, complianceEndpoints } from './compliance';

export const ApplicationSummary = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    state: State,
    name: z.string(),
    city: z.string(),
    submittedAt: z.nullable(Instant),
    dueAt: z.nullable(Instant),
    version: Version,
    kind: z.enum(['individual', 'unit']),
    /** Strongly representative: comes first on an agenda. */
    marked: z.boolean(),
    can: Can,
  }),
);
export type ApplicationSummary = z.output<ReturnType<typeof ApplicationSummary>>;

/** What the program knows of the applicant's part so far. */
const Counts = once(() =>
  z.object({
    /** Applications of this person before this one. */
    applications: z.int(),
    rejected: z.int(),
    withdrawn: z.int(),
    /** Applications of others that name this person as who recommends, and those of them that were admitted. */
    recommended: z.int(),
    recommendedAdmitted: z.int(),
  }),
);

export const ReviewView = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    state: State,
    version: Version,
    submittedAt: z.nullable(Instant),
    dueAt: z.nullable(Instant),
    /** As submitted; mobiles and ID number masked. */
    form: DraftForm,
    photoUrl: z.nullable(z.string()),
    attachments: z.array(AttachmentView()),
    /** What a unit of this category must fulfil, as the rule in force says it; empty for a person. */
    requirements: z.array(z.string()),
    /** Codes of `reviewNoteTexts`: what to bear in mind; nothing is blocked by it. */
    reviewNotes: z.array(z.string()),
    notes: z.record(z.string(), z.string()),
    checklist: z.nullable(ChecklistView()),
    opinion: z.nullable(z.string()),
    firstReviewer: z.nullable(z.object({ id: Id, name: z.string() })),
    secondReviewer: z.nullable(z.object({ id: Id, name: z.string() })),
    sendBackReason: z.nullable(z.string()),
    /**
     * Oldest first; `by` is a name, empty for what followed from a meeting. `note` is what staff wrote to one another,
     * `cities` what an assignment changed: from, to.
     */
    history: z.array(
      z.object({
        action: z.string(),
        at: Instant,
        by: z.string(),
        note: z.nullable(z.string()),
        cities: z.nullable(z.array(z.string())),
      }),
    ),
    /** Entered by an officer on paper for somebody without an account, and by whom. */
    assisted: z.nullable(z.extend(Assistance(), { by: z.string() })),
    /** Why this person must recuse themself; null when nothing is on record. */
    conflict: z.nullable(z.enum(['own', 'ownUnit', 'named', 'recommender', 'entered'])),
    kind: z.enum(['individual', 'unit']),
    /** Category of a unit; null for an individual. */
    category: z.nullable(z.string()),
    /** City federation it belongs to. */
    city: z.string(),
    /** Why it is marked as strongly representative. */
    marked: z.nullable(z.object({ reason: z.string(), by: z.string(), at: Instant })),
    /** What the last resubmission changed; a file says `replaced`. Null when it was handed in once. */
    changes: z.nullable(z.array(z.object({ field: z.string(), before: z.string(), after: z.string() }))),
    /** Codes of the conditions that the checklist judges besides the three criteria. */
    conditions: z.array(z.string()),
    compliance: ComplianceView(),
    counts: Counts(),
    rejection: z.nullable(z.object({ resolution: z.string(), reason: z.nullable(z.string()), reapplyFrom: z.nullable(Instant) })),
    appeal: z.nullable(Appeal()),
    can: Can,
  }),
);
export type ReviewView = z.output<ReturnType<typeof ReviewView>>;

/** What the applicant is to correct, at fields that exist; an input's keys never hold a dot, so this is a list. */
const Notes = z
  .array(z.strictObject({ field: z.string().check(z.refine(isFieldPath, 'field.unknown')), note: text(200) }))
  .check(z.minLength(1, 'required'), z.maxLength(allFieldPaths.length, 'choice.tooMany'));

/** What staff write to one another, never shown to the applicant. */
const internalNote = once(() => z.optional(text(500)));
const City = z.enum(cityCodes as readonly [string, ...string[]], 'choice.unknown');

/** What officers do with applications. */
export const reviewEndpoints = {
  /** Applications within the officer's reach, oldest submission first. */
  applications: {
    kind: 'read',
    needs: 'application.read',
    input: () =>
      z.strictObject({
        state: z.enum(listedStates),
        /** Of the officer's cities; all of them when left out. */
        city: z.optional(City),
        cursor: z.optional(Cursor),
      }),
    output: () => z.object({ rows: z.array(ApplicationSummary()), next: z.nullable(z.string()) }),
  },
  reviewApplication: { kind: 'read', needs: 'application.read', input: ByApplication, output: ReviewView },
  acceptApplication: { kind: 'write', needs: 'application.review', input: ByVersion, output: Moved },
  returnApplication: {
    kind: 'write',
    needs: 'application.review',
    input: () =>
      z.strictObject({
        applicationId: Id,
        version: Version,
        notes: Notes,
        internalNote: internalNote(),
      }),
    output: Moved,
  },
  recommendApplication: {
    kind: 'write',
    needs: 'application.review',
    input: () =>
      z.strictObject({
        applicationId: Id,
        version: Version,
        checklist: Checklist(),
        opinion: text(500),
        internalNote: internalNote(),
      }),
    output: Moved,
  },
  endorseApplication: {
    kind: 'write',
    needs: 'application.secondReview',
    input: () => z.strictObject({ applicationId: Id, version: Version, internalNote: internalNote() }),
    output: Moved,
  },
  sendBackApplication: {
    kind: 'write',
    needs: 'application.secondReview',
    input: () => z.strictObject({ applicationId: Id, version: Version, reason: text(500), internalNote: internalNote() }),
    output: Moved,
  },
  /** Takes up several at once; those that cannot be are named with why, and stay as they are. */
  acceptApplications: {
    kind: 'write',
    needs: 'application.review',
    input: () =>
      z.strictObject({
        applications: z.array(ByVersion()).check(z.minLength(1, 'required'), z.maxLength(20, 'choice.tooMany')),
      }),
    output: () => z.object({ accepted: z.array(Id), refused: z.array(z.object({ id: Id, code: z.string() })) }),
  },
  /** Marks an applicant as strongly representative, or takes the mark off: orders the agenda, decides nothing. */
  markApplication: {
    kind: 'write',
    needs: 'application.review',
    input: () => z.strictObject({ applicationId: Id, version: Version, marked: z.boolean(), reason: text(200) }),
    output: Moved,
  },
  /** Gives an application to another city federation 归口. */
  assignCity: {
    kind: 'write',
    needs: 'application.assign',
    input: () => z.strictObject({ applicationId: Id, version: Version, city: City, reason: text(200) }),
    output: Moved,
  },
  /** After a meeting's rejection: what the applicant reads as its reason. */
  explainRejection: {
    kind: 'write',
    needs: 'application.review',
    input: () => z.strictObject({ applicationId: Id, version: Version, reason: text(500), internalNote: internalNote() }),
    output: Moved,
  },
  /** Upholds an appeal, so that another meeting decides, or dismisses it; the reason is for the applicant. */
  decideAppeal: {
    kind: 'write',
    needs: 'application.decideAppeal',
    input: () =>
      z.strictObject({
        applicationId: Id,
        version: Version,
        outcome: z.enum(['upheld', 'dismissed']),
        reason: text(500),
        internalNote: internalNote(),
      }),
    output: Moved,
  },
  /** The full ID number (empty for a unit) and mobile, of a unit's contact person and representative, for a stated reason; leaves a row that the person can see. */
  revealPerson: {
    kind: 'write',
    needs: 'person.reveal',
    input: () => z.strictObject({ applicationId: Id, reason: text(200) }),
    output: () => z.object({ idNumber: z.string(), mobile: z.string(), representativeMobile: z.optional(z.string()) }),
  },
  ...complianceEndpoints,
} as const satisfies Record<string, Specification>;
