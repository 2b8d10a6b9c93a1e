import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../schema';
import { bodies, itemStates, meetingStates } from './lifecycle';
import { choices } from './voting';

const Can = z.record(z.string(), z.boolean());
const Body = z.enum(bodies);
const Tally = once(() => z.object({ approve: z.int(), against: z.int(), abstain: z.int(), recuse: z.int() }));
const Presence = z.enum(['onSite', 'remote', 'excused']);

const ItemView = once(() =>
  z.object({
    id: Id,
    order: z.int(),
    kind: z.literal('admission'),
    applicationId: Id,
    /** The applicant's name, for those who sit in or run the meeting. */
    subject: z.string(),
    state: z.enum(itemStates),
    version: Version,
    tally: Tally(),
    /** Votes by seat: open to the room, as hands raised are. */
    votes: z.array(z.object({ seat: Id, choice: z.enum(choices), by: z.enum(['seat', 'secretary']) })),
    /** The choice of the caller's own seat. */
    own: z.nullable(z.enum(choices)),
    /** The caller's own seat must recuse itself here. */
    mustRecuse: z.boolean(),
    outcome: z.nullable(z.enum(['passed', 'notPassed'])),
    /** Approving votes needed with the attendance of now (or of the decision). */
    needed: z.int(),
    resolution: z.nullable(z.string()),
    can: Can,
  }),
);

export const MeetingView = once(() =>
  z.object({
    id: Id,
    body: Body,
    title: z.string(),
    at: Instant,
    place: z.string(),
    state: z.enum(meetingStates),
    version: Version,
    seats: z.array(
      z.object({
        seat: Id,
        name: z.string(),
        title: z.string(),
        presence: z.nullable(Presence),
        by: z.nullable(z.enum(['seat', 'secretary'])),
      }),
    ),
    ownSeat: z.nullable(Id),
    quorum: z.object({
      seats: z.int(),
      present: z.int(),
      needed: z.int(),
      reached: z.boolean(),
      rule: z.string(),
      source: z.string(),
    }),
    items: z.array(ItemView()),
    can: Can,
  }),
);
export type MeetingView = z.output<ReturnType<typeof MeetingView>>;
export type AgendaItemView = z.output<ReturnType<typeof ItemView>>;

const MeetingSummary = once(() =>
  z.object({
    id: Id,
    body: Body,
    title: z.string(),
    at: Instant,
    place: z.string(),
    state: z.enum(meetingStates),
    items: z.int(),
  }),
);
const ByMeeting = once(() => z.strictObject({ meetingId: Id, version: Version }));
const ByItem = once(() => z.strictObject({ meetingId: Id, itemId: Id, version: Version }));
const Written = once(() => z.object({ id: Id, version: Version }));

export const governance = endpoints('governance', {
  /** Meetings, those to come and in session first, then the newest. */
  meetings: {
    kind: 'read',
    needs: 'meeting.read',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(MeetingSummary()), next: z.nullable(z.string()), can: Can }),
  },
  meeting: { kind: 'read', needs: 'meeting.read', input: () => z.strictObject({ meetingId: Id }), output: MeetingView },
  planMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ body: Body, at: Instant, place: text(60) }),
    output: Written,
  },
  /** Puts applications that await a meeting on the agenda of a planned one; at most 20 at once. */
  addItems: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () =>
      z.strictObject({
        meetingId: Id,
        version: Version,
        applicationIds: z.array(Id).check(z.minLength(1, 'required'), z.maxLength(20, 'choice.tooMany')),
      }),
    output: Written,
  },
  removeItem: { kind: 'write', needs: 'meeting.manage', input: ByItem, output: Written },
  startMeeting: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** A seat signs in on its holder's own phone. */
  signIn: {
    kind: 'write',
    needs: 'meeting.vote',
    input: () => z.strictObject({ meetingId: Id, presence: z.enum(['onSite', 'remote']) }),
    output: Written,
  },
  recordAttendance: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, seat: Id, presence: z.nullable(Presence) }),
    output: Written,
  },
  openItem: { kind: 'write', needs: 'meeting.manage', input: ByItem, output: Written },
  /** A seat votes on its holder's own phone, once. */
  castVote: {
    kind: 'write',
    needs: 'meeting.vote',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, choice: z.enum(choices) }),
    output: Written,
  },
  /** The secretary records the vote of a seat that is present, once. */
  recordVote: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, itemId: Id, seat: Id, choice: z.enum(choices) }),
    output: Written,
  },
  /** Closes the vote: quorum, every present seat voted, then the rule decides; the resolution cannot be changed afterwards. */
  decideItem: {
    kind: 'write',
    needs: 'meeting.manage',
    input: ByItem,
    output: () => z.object({ id: Id, version: Version, outcome: z.enum(['passed', 'notPassed']), resolution: z.string() }),
  },
  /** Ends the session; the applications of undecided items wait for another meeting. */
  closeMeeting: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** Calls a planned meeting off; its applications wait for another one. */
  cancelMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, reason: text(200) }),
    output: Written,
  },
  /**
   * Sets the seats of a body for its term; meetings planned from now on have them. `version` is the one the last call
   * answered, 0 for a body that has no seats yet.
   */
  setBody: {
    kind: 'write',
    needs: 'role.assign',
    input: () =>
      z.strictObject({
        body: Body,
        term: z.int().check(z.positive(), z.maximum(99)),
        seats: z
          .array(z.strictObject({ seat: Id, title: text(20), holder: z.nullable(Id) }))
          .check(z.minLength(1, 'required'), z.maxLength(100, 'choice.tooMany')),
        version: Version,
      }),
    output: Written,
  },
  /** Takes a withdrawn application off the agenda. */
  followWithdrawal: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ applicationId: Id, itemId: Id }),
    output: () => z.object({ removed: z.boolean() }),
  },
});
