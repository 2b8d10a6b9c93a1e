import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { Assistance } from '../assist';
import { judgements } from '../criteria';
import { fieldPaths, isFieldPath } from '../field-paths';
import { DraftForm } from '../form';
import { ByApplication, ByVersion, Can, Moved, State } from './common';

const CheckedCriterion = once(() => z.strictObject({ judgement: z.enum(judgements), evidence: text(500) }));
/** 有意愿、有能力、有影响 (苏慈发〔2024〕5号, 三), each with the evidence it rests on. */
export const Checklist = once(() =>
  z.strictObject({ willing: CheckedCriterion(), able: CheckedCriterion(), influential: CheckedCriterion() }),
);
export type Checklist = z.output<ReturnType<typeof Checklist>>;

export const ApplicationSummary = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    state: State,
    name: z.string(),
    city: z.string(),
    submittedAt: z.nullable(Instant),
    dueAt: z.nullable(Instant),
  }),
);
export type ApplicationSummary = z.output<ReturnType<typeof ApplicationSummary>>;

export const ReviewView = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    state: State,
    version: Version,
    submittedAt: z.nullable(Instant),
    dueAt: z.nullable(Instant),
    /** As submitted; mobile and ID number masked. */
    form: DraftForm,
    photoUrl: z.nullable(z.string()),
    notes: z.record(z.string(), z.string()),
    checklist: z.nullable(Checklist()),
    opinion: z.nullable(z.string()),
    firstReviewer: z.nullable(z.object({ id: Id, name: z.string() })),
    secondReviewer: z.nullable(z.object({ id: Id, name: z.string() })),
    sendBackReason: z.nullable(z.string()),
    /** Oldest first; `by` is a name, empty for what followed from a meeting. */
    history: z.array(z.object({ action: z.string(), at: Instant, by: z.string() })),
    /** Entered by an officer on paper for somebody without an account, and by whom. */
    assisted: z.nullable(z.extend(Assistance(), { by: z.string() })),
    /** Why this person must recuse themself; null when nothing is on record. */
    conflict: z.nullable(z.enum(['own', 'recommender', 'entered'])),
    can: Can,
  }),
);
export type ReviewView = z.output<ReturnType<typeof ReviewView>>;

/** What the applicant is to correct, at fields that exist; an input's keys never hold a dot, so this is a list. */
const Notes = z
  .array(z.strictObject({ field: z.string().check(z.refine(isFieldPath, 'field.unknown')), note: text(200) }))
  .check(z.minLength(1, 'required'), z.maxLength(fieldPaths.length, 'choice.tooMany'));

/** What officers do with applications. */
export const reviewEndpoints = {
  /** Applications within the officer's reach, oldest submission first. */
  applications: {
    kind: 'read',
    needs: 'application.read',
    input: () =>
      z.strictObject({
        state: z.enum(['submitted', 'underReview', 'returned', 'awaitingSecondReview', 'awaitingMeeting', 'onAgenda']),
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
      }),
    output: Moved,
  },
  recommendApplication: {
    kind: 'write',
    needs: 'application.review',
    input: () => z.strictObject({ applicationId: Id, version: Version, checklist: Checklist(), opinion: text(500) }),
    output: Moved,
  },
  endorseApplication: { kind: 'write', needs: 'application.secondReview', input: ByVersion, output: Moved },
  sendBackApplication: {
    kind: 'write',
    needs: 'application.secondReview',
    input: () => z.strictObject({ applicationId: Id, version: Version, reason: text(500) }),
    output: Moved,
  },
  /** The full ID number and mobile for a stated reason; leaves a row that the person can see. */
  revealPerson: {
    kind: 'write',
    needs: 'person.reveal',
    input: () => z.strictObject({ applicationId: Id, reason: text(200) }),
    output: () => z.object({ idNumber: z.string(), mobile: z.string() }),
  },
} as const satisfies Record<string, Specification>;
