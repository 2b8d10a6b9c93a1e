import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { isCalendarDate } from '../../identity/id-number';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { measureKinds, measureStates, reminderChannels, standings } from '../standing';
import { FileId } from './checklist';
import { agendaNews, Can } from './common';

const Standing = z.enum(standings);

/** A calendar day, `YYYY-MM-DD` in Asia/Shanghai. */
const Day = z.string().check(
  z.minLength(1, 'required'),
  z.refine((value) => value === '' || isCalendarDate(value), 'date.notReal'),
);

/** Why, and what it rests on: a rule, a document, a resolution. */
const grounds = { reason: text(500), basis: text(100) };

const ByMember = once(() => z.strictObject({ memberId: Id, version: Version }));

/** A member after a move: where it stands, and the day for which a move is planned. */
const StandingAnswer = once(() =>
  z.object({ memberId: Id, version: Version, standing: Standing, plannedFor: z.nullable(Instant) }),
);

const MeasureAnswer = once(() =>
  z.object({ measureId: Id, reference: z.string(), state: z.enum(measureStates), version: Version }),
);

/** A measure as staff and the member concerned see it. */
export const MeasureView = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: z.enum(measureKinds),
    state: z.enum(measureStates),
    version: Version,
    proposedAt: Instant,
    reason: z.string(),
    basis: z.string(),
    /** Last day of a suspension; null: until a meeting reinstates. */
    until: z.nullable(Instant),
    meeting: z.nullable(z.object({ title: z.string(), at: Instant })),
    outcome: z.nullable(z.enum(['passed', 'notPassed'])),
    resolution: z.nullable(z.string()),
    /** What the member says to it. */
    answer: z.nullable(z.string()),
    can: Can,
  }),
);
export type MeasureView = z.output<ReturnType<typeof MeasureView>>;

/** A measure in a list: whom it is about, and nothing of what was written. */
const MeasureRow = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: z.enum(measureKinds),
    state: z.enum(measureStates),
    memberId: Id,
    name: z.string(),
    proposedAt: Instant,
  }),
);

/** How a member came to stand where they stand, with reasons; the last entry of the history holds. */
export const StandingView = once(() =>
  z.object({
    standing: Standing,
    history: z.array(
      z.object({ standing: Standing, effectiveAt: Instant, at: Instant, by: z.string(), basis: z.string(), reason: z.string() }),
    ),
    /** A move that takes effect on a later day, or the end of a suspension. */
    planned: z.nullable(z.object({ action: z.string(), effectiveAt: Instant })),
    reminders: z.array(
      z.object({
        at: Instant,
        by: z.string(),
        channel: z.enum(reminderChannels),
        text: z.string(),
        evidence: z.string(),
        /** Where the file of the evidence can be seen for a short while; null without one. */
        fileUrl: z.nullable(z.string()),
      }),
    ),
    measures: z.array(MeasureView()),
  }),
);
export type StandingView = z.output<ReturnType<typeof StandingView>>;

/** Standing of members: warnings, reminders, measures, resignation. */
export const standingEndpoints = {
  /** Standing, reminders and measures of one's own membership, or of a unit that one represents; officers go by their office. */
  myStanding: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ memberId: z.optional(Id) }),
    output: () =>
      z.object({
        memberId: Id,
        version: Version,
        number: z.string(),
        kind: z.enum(['individual', 'unit']),
        name: z.string(),
        ...StandingView().shape,
        can: Can,
      }),
  },
  /** 预警; takes effect today, or on a later day. */
  warnMember: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByMember().shape, ...grounds, effectiveOn: z.optional(Day) }),
    output: StandingAnswer,
  },
  liftWarning: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByMember().shape, ...grounds }),
    output: StandingAnswer,
  },
  /** 亡故, with the evidence; nothing is sent to the account any more. */
  recordDeath: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByMember().shape, diedOn: Day, evidence: text(200), file: z.optional(FileId) }),
    output: StandingAnswer,
  },
  /** 转出 to another federation; takes effect today, or on a later day. */
  transferOut: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByMember().shape, to: text(60), ...grounds, effectiveOn: z.optional(Day) }),
    output: StandingAnswer,
  },
  /** Records that a member without activity was reminded, with the evidence: what 视为退会 presupposes. */
  remindMember: {
    kind: 'write',
    needs: 'member.manage',
    input: () =>
      z.strictObject({
        ...ByMember().shape,
        channel: z.enum(reminderChannels),
        text: text(500),
        evidence: text(200),
        /** A picture or PDF of it; the rule says which ways of reminding need one. */
        file: z.optional(FileId),
      }),
    output: StandingAnswer,
  },
  /** Proposes a measure to a meeting; one of each kind under way for a member. */
  proposeMeasure: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByMember().shape, kind: z.enum(measureKinds), ...grounds, until: z.optional(Day) }),
    output: MeasureAnswer,
  },
  /** Measures in a state, oldest proposal first, of the officer's cities. */
  measures: {
    kind: 'read',
    needs: 'member.read',
    input: () => z.strictObject({ state: z.enum(['proposed', 'onAgenda']), cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(MeasureRow()), next: z.nullable(z.string()) }),
  },
  withdrawMeasure: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ measureId: Id, version: Version, reason: text(500) }),
    output: MeasureAnswer,
  },
  /** What the member concerned says to a measure under way; may be changed until the meeting has decided. */
  answerMeasure: {
    kind: 'write',
    needs: 'signedIn',
    // Whoever takes a consent back does not lose the right to be heard.
    withoutConsent: true,
    input: () => z.strictObject({ measureId: Id, version: Version, answer: text(1000) }),
    output: MeasureAnswer,
  },
  /** 退会: a notice of the member, or of the representative of the unit, with immediate effect. */
  resign: {
    kind: 'write',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ memberId: Id, reason: z.optional(text(500)), dataChoice: z.enum(['keep', 'erase']) }),
    output: () => z.object({ memberId: Id, number: z.string(), resignedAt: Instant, dataChoice: z.enum(['keep', 'erase']) }),
  },
  /** Staff have done what a resignation asks of them: groups, lists, the paper certificate. */
  settleResignation: { kind: 'write', needs: 'member.manage', input: ByMember, output: StandingAnswer },

  /** Makes the move that was planned for a day, on that day. */
  applyPlannedMove: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ memberId: Id, effectiveAt: Instant }),
    output: () => z.object({ standing: Standing }),
  },
  /** Follows the agenda: a measure was put on it, or taken off it again, or the meeting has another time. */
  followMeasure: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ measureId: Id, ...agendaNews() }),
    output: () => z.object({ state: z.enum(measureStates) }),
  },
  /** The consequence of a meeting's decision for one measure and its member; made once per decided item. */
  concludeMeasure: {
    kind: 'write',
    needs: 'system',
    input: () =>
      z.strictObject({
        measureId: Id,
        itemId: Id,
        outcome: z.enum(['passed', 'notPassed']),
        resolution: text(500),
        decidedAt: Instant,
      }),
    output: () => z.object({ state: z.enum(measureStates) }),
  },
  /** Ends a measure that has lost its object, as its member has left. */
  lapseMeasure: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ measureId: Id }),
    output: () => z.object({ state: z.enum(measureStates) }),
  },
} as const satisfies Record<string, Specification>;
