import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';
import { Assistance } from '../assist';
import { attachmentKinds, unitCategories } from '../categories';
import { Consent, DraftForm, DraftSection, memberKinds } from '../form';
import { progressStates } from '../progress';
import { Appeal } from './appeal';
import { AttachmentView, agendaNews, ByApplication, Can, Moved, State } from './common';

const Progress = z.record(z.string(), z.enum(progressStates));

/** Papers by category of unit: the kind, and whether a unit must attach it. */
const Papers = once(() => z.record(z.string(), z.array(z.object({ kind: z.string(), required: z.boolean() }))));

const Attached = once(() =>
  z.object({ version: Version, savedAt: Instant, progress: Progress, attachments: z.array(AttachmentView()) }),
);

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
    kind: z.enum(memberKinds),
    state: State,
    version: Version,
    updatedAt: Instant,
    submittedAt: z.nullable(Instant),
    form: DraftForm,
    /** Where the photograph can be seen for a short while. */
    photoUrl: z.nullable(z.string()),
    /** Files of a unit's papers; empty for a person. */
    attachments: z.array(AttachmentView()),
    /** What the rule in force asks units to attach; null for a person. */
    papers: z.nullable(Papers()),
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
    /** At each field that an officer noted: the note, and the value as it was handed in (empty for a file). */
    returned: z.array(z.object({ field: z.string(), note: z.string(), was: z.string() })),
    /** Set after a rejection: whether it can be appealed against and until when, and from when on one may apply again. */
    rejection: z.nullable(
      z.object({ explained: z.boolean(), appealUntil: z.nullable(Instant), reapplyFrom: z.nullable(Instant) }),
    ),
    appeal: z.nullable(Appeal()),
    /** Moment until which the draft is kept. */
    keptUntil: z.nullable(Instant),
    /** What the rules in force say where the form speaks of them: an age, working days of the review, days that a draft is kept. */
    terms: z.optional(z.object({ onlineAge: z.number(), reviewDays: z.number(), draftDays: z.number() })),
    /** The membership that it led to. */
    memberId: z.nullable(Id),
    /** Entered by an officer for somebody without an account; null when the applicant did it. */
    assisted: z.nullable(Assistance()),
    can: Can,
  }),
);
export type ApplicationView = z.output<ReturnType<typeof ApplicationView>>;

/** What an applicant does with their own application, and what follows from a meeting. */
export const applicationEndpoints = {
  /** What is needed before somebody begins: conditions and papers by category of unit, as the rules in force have them. */
  entryConditions: {
    kind: 'read',
    needs: 'application.submit',
    input: () => z.strictObject({}),
    output: () =>
      z.object({
        categories: z.array(z.object({ category: z.enum(unitCategories), conditions: z.array(z.string()) })),
        papers: Papers(),
      }),
  },
  /** Begins an application, or answers the one of this kind that the person already has under way. */
  startApplication: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ kind: z.enum(memberKinds), category: z.optional(z.enum(unitCategories)) }),
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
  /** Takes an uploaded scan or PDF into a unit's draft once owner, size and kind are checked; papers have several files. */
  attachFile: {
    kind: 'write',
    needs: 'application.submit',
    input: () =>
      z.strictObject({
        applicationId: Id,
        version: Version,
        kind: z.enum(attachmentKinds),
        fileId: z.string().check(z.maxLength(300)),
      }),
    output: Attached,
  },
  /** Takes a file out of a unit's draft; it is deleted. */
  removeFile: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, fileId: z.string().check(z.maxLength(300)) }),
    output: Attached,
  },
  submitApplication: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, consents: z.array(Consent).check(z.maxLength(10)) }),
    output: ApplicationView,
  },
  /** Appeals against a rejection, once. */
  appealApplication: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ applicationId: Id, version: Version, reason: text(500) }),
    output: ApplicationView,
  },
  withdrawApplication: {
    kind: 'write',
    needs: 'application.submit',
    /** An officer who withdraws for the person says why. */
    input: () => z.strictObject({ applicationId: Id, version: Version, reason: z.optional(text(200)) }),
    output: Moved,
  },
  /**
   * The person's own application under way, else their latest; null when they never began one. For themself, or (kind `unit`)
   * for a unit.
   */
  myApplication: {
    kind: 'read',
    needs: 'application.submit',
    input: () => z.strictObject({ kind: z.optional(z.enum(memberKinds)) }),
    output: () => z.nullable(ApplicationView()),
  },
  application: { kind: 'read', needs: 'application.submit', input: ByApplication, output: ApplicationView },

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
  /** Follows the agenda: an application was put on it, or taken off it again, or the meeting has another time. */
  followAgenda: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ applicationId: Id, ...agendaNews() }),
    output: () => z.object({ state: State }),
  },
} as const satisfies Record<string, Specification>;
