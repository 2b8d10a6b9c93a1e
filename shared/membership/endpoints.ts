import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../schema';
import { judgements } from './criteria';
import { fieldPaths, isFieldPath } from './field-paths';
import { Consent, DraftForm, DraftSection } from './form';
import { applicationStates } from './lifecycle';
import { progressStates } from './progress';

const Can = z.record(z.string(), z.boolean());
const State = z.enum(applicationStates);
const Progress = z.record(z.string(), z.enum(progressStates));

/** One step of the applicant's timeline, done or expected. */
const Step = once(() =>
  z.object({
    step: z.enum(['submitted', 'review', 'meeting', 'certificate']),
    state: z.enum(['done', 'now', 'todo']),
    at: z.nullable(Instant),
    /** When it is expected, as a day or as the instant of the meeting. */
    expected: z.nullable(Instant),
    /** Responsible office or body, as a label code. */
    office: z.string(),
  }),
);

export const ApplicationView = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: z.literal('individual'),
    state: State,
    version: Version,
    updatedAt: Instant,
    submittedAt: z.nullable(Instant),
    form: DraftForm,
    /** Where the photograph can be seen for a short while. */
    photoUrl: z.nullable(z.string()),
    /** Section → whether it is finished, not begun or begun. */
    progress: Progress,
    /** Field path → what the officer asks to be corrected; empty unless returned. */
    notes: z.record(z.string(), z.string()),
    steps: z.array(Step()),
    meeting: z.nullable(z.object({ id: Id, title: z.string(), at: Instant })),
    /** Who is dealing with it, once somebody is. */
    officer: z.nullable(z.object({ name: z.string() })),
    /** Why it was rejected, as the applicant may read it. */
    decisionReason: z.nullable(z.string()),
    /** Moment until which the draft is kept. */
    keptUntil: z.nullable(Instant),
    can: Can,
  }),
);
export type ApplicationView = z.output<ReturnType<typeof ApplicationView>>;

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
    /** Why this person must recuse themself; null when nothing is on record. */
    conflict: z.nullable(z.enum(['own', 'recommender'])),
    can: Can,
  }),
);
export type ReviewView = z.output<ReturnType<typeof ReviewView>>;

/** Everything that is drawn on the certificate. */
export const CertificateView = once(() =>
  z.object({
    memberNumber: z.string(),
    kind: z.enum(['individual', 'unit']),
    name: z.string(),
    admittedAt: Instant,
    issuedAt: Instant,
    resolution: z.string(),
    photoUrl: z.nullable(z.string()),
    verifyUrl: z.string(),
    standing: z.string(),
  }),
);
export type CertificateView = z.output<ReturnType<typeof CertificateView>>;

export const VerifiedCertificate = once(() =>
  z.object({
    status: z.enum(['inForce', 'notInForce', 'unknown']),
    certificate: z.nullable(
      z.object({
        memberNumber: z.string(),
        kind: z.enum(['individual', 'unit']),
        maskedName: z.string(),
        issuedAt: Instant,
        standing: z.string(),
        /** Issued, re-issued, revoked: newest first. */
        history: z.array(z.object({ event: z.string(), at: Instant })),
      }),
    ),
    checkedAt: Instant,
  }),
);

/** What the applicant is to correct, at fields that exist; an input's keys never hold a dot, so this is a list. */
const Notes = z
  .array(z.strictObject({ field: z.string().check(z.refine(isFieldPath, 'field.unknown')), note: text(200) }))
  .check(z.minLength(1, 'required'), z.maxLength(fieldPaths.length, 'choice.tooMany'));

const ByApplication = once(() => z.strictObject({ applicationId: Id }));
const ByVersion = once(() => z.strictObject({ applicationId: Id, version: Version }));
const Moved = once(() => z.object({ id: Id, reference: z.string(), state: State, version: Version }));

export const membership = endpoints('membership', {
  /** Begins an application, or answers the one the person already has under way. */
  startApplication: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ kind: z.literal('individual') }),
    output: ApplicationView,
  },
  saveDraft: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, draft: DraftSection }),
    output: () => z.object({ version: Version, savedAt: Instant, progress: Progress }),
  },
  /** Takes an uploaded photograph into the draft once owner, size and kind are checked. */
  attachPhoto: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, fileId: z.string().check(z.maxLength(300)) }),
    output: () => z.object({ version: Version, savedAt: Instant, photoUrl: z.nullable(z.string()) }),
  },
  submitApplication: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, consents: z.array(Consent).check(z.maxLength(10)) }),
    output: ApplicationView,
  },
  withdrawApplication: { kind: 'write', needs: 'application.submit', input: ByVersion, output: Moved },
  /** The person's own application under way, else their latest; null when they never began one. */
  myApplication: {
    kind: 'read',
    needs: 'application.submit',
    input: () => z.strictObject({}),
    output: () => z.nullable(ApplicationView()),
  },
  application: { kind: 'read', needs: 'application.submit', input: ByApplication, output: ApplicationView },
  myCertificate: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({}), output: CertificateView },
  verifyCertificate: {
    kind: 'read',
    needs: 'public',
    input: () => z.strictObject({ token: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'id.format')) }),
    output: VerifiedCertificate,
  },

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

  /** Who saw the full identity number of the person's own application, when and why; newest first. */
  disclosures: {
    kind: 'read',
    needs: 'application.submit',
    input: ByApplication,
    output: () => z.object({ rows: z.array(z.object({ at: Instant, by: z.string(), reason: z.string() })) }),
  },

  /** The consequence of a meeting's decision for one application; made once per decided item. */
  concludeApplication: {
    kind: 'write',
    needs: 'system',
    input: () =>
      z.strictObject({
        applicationId: Id,
        itemId: Id,
        outcome: z.enum(['passed', 'notPassed']),
        resolution: text(500),
        decidedAt: Instant,
      }),
    output: () => z.object({ memberId: z.nullable(Id) }),
  },
  /** Follows the agenda: an application was put on it, or taken off it again. */
  followAgenda: {
    kind: 'write',
    needs: 'system',
    input: () =>
      z.strictObject({
        applicationId: Id,
        meetingId: Id,
        /** The agenda item: put on once, taken off at most once, so the order in which the news arrive does not matter. */
        itemId: Id,
        action: z.enum(['schedule', 'unschedule']),
        meetingTitle: text(100),
        meetingAt: Instant,
      }),
    output: () => z.object({ state: State }),
  },
});
