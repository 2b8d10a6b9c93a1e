import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { Id, Instant, Version } from '../../schema';
import { itemKinds, itemStates, meetingStates } from '../lifecycle';
import { choices } from '../voting';
import { Body, Can, Mode, NotedBy, Presence } from './parts';

const Tally = once(() => z.object({ approve: z.int(), against: z.int(), abstain: z.int(), recuse: z.int() }));
const Choice = z.enum(choices);
const MemberKind = z.enum(['individual', 'unit']);

const ItemView = once(() =>
  z.object({
    id: Id,
    order: z.int(),
    kind: z.enum(itemKinds),
    /** The application of an `admission`; null for the other kinds. */
    applicationId: z.nullable(Id),
    /** Of an `admission`: whom it would admit. */
    applicantKind: z.nullable(MemberKind),
    /** Name of the applicant or of the member concerned, or the matter's title; '' for a batch. */
    subject: z.string(),
    /** What a matter is about, as the secretary wrote it; null for the other kinds. */
    text: z.nullable(z.string()),
    measure: z.nullable(z.object({ id: Id, kind: z.string(), reference: z.string() })),
    /** The applications of a batch, in the order of the agenda; pulled out and withdrawn ones are no longer here. */
    applications: z.array(
      z.object({
        applicationId: Id,
        reference: z.string(),
        subject: z.string(),
        applicantKind: MemberKind,
        /** The caller's own seat is a party to this one. */
        own: z.boolean(),
        /** Seats that are party to this one: they recuse themselves from the whole batch, or this one is pulled out. */
        parties: z.array(Id),
      }),
    ),
    state: z.enum(itemStates),
    version: Version,
    tally: Tally(),
    /** Votes by seat: open to the room, as hands raised are. */
    votes: z.array(z.object({ seat: Id, choice: Choice, by: NotedBy })),
    /** Votes that were corrected before the item was closed, in order. */
    corrections: z.array(z.object({ seat: Id, from: Choice, to: Choice, by: NotedBy, at: Instant, reason: z.string() })),
    /** The choice of the caller's own seat. */
    own: z.nullable(Choice),
    /** The caller's own seat must recuse itself here. */
    mustRecuse: z.boolean(),
    /** Every seat that must recuse itself here. */
    recusals: z.array(Id),
    outcome: z.nullable(z.enum(['passed', 'notPassed'])),
    decidedAt: z.nullable(Instant),
    /** Approving votes needed with the attendance of now (or of the decision). */
    needed: z.int(),
    /** Seats present at the decision; null while undecided. */
    present: z.nullable(z.int()),
    resolution: z.nullable(z.string()),
    can: Can,
  }),
);

const Paper = once(() => z.object({ id: Id, title: z.string(), kind: z.enum(['pdf', 'jpeg', 'png']) }));

const NoticeView = once(() =>
  z.object({
    /** 1 for the first notice; a change of time or place, and every further notice, adds one. */
    number: z.int(),
    sentAt: Instant,
    text: z.string(),
    /** Why the meeting was changed; null for a notice without a change. */
    changeReason: z.nullable(z.string()),
    at: Instant,
    place: z.string(),
    papers: z.array(Paper()),
    /** Seats whose holders were told, with the time of their receipt. */
    receipts: z.array(z.object({ seat: Id, confirmedAt: z.nullable(Instant) })),
  }),
);

export const MeetingView = once(() =>
  z.object({
    id: Id,
    body: Body,
    term: z.int(),
    title: z.string(),
    at: Instant,
    place: z.string(),
    mode: Mode,
    state: z.enum(meetingStates),
    version: Version,
    startedAt: z.nullable(Instant),
    closedAt: z.nullable(Instant),
    /** When an adjourned session is to go on, if that was said. */
    resumesAt: z.nullable(Instant),
    seats: z.array(
      z.object({
        seat: Id,
        name: z.string(),
        title: z.string(),
        presence: z.nullable(Presence),
        by: z.nullable(NotedBy),
      }),
    ),
    /** Every arrival and leaving, in order; presence null: noted as not there. */
    attendance: z.array(z.object({ seat: Id, presence: z.nullable(Presence), by: NotedBy, at: Instant })),
    ownSeat: z.nullable(Id),
    quorum: z.object({
      seats: z.int(),
      present: z.int(),
      needed: z.int(),
      reached: z.boolean(),
      /** `key@version`; fixed for the meeting when it starts. */
      rule: z.string(),
      source: z.string(),
    }),
    /** Notices sent, the newest first. */
    notices: z.array(NoticeView()),
    /** The caller has a seat and has not yet confirmed the newest notice. */
    mustConfirm: z.boolean(),
    items: z.array(ItemView()),
    can: Can,
  }),
);
export type MeetingView = z.output<ReturnType<typeof MeetingView>>;
export type AgendaItemView = z.output<ReturnType<typeof ItemView>>;
export type NoticeView = z.output<ReturnType<typeof NoticeView>>;

export const MeetingSummary = once(() =>
  z.object({
    id: Id,
    body: Body,
    title: z.string(),
    at: Instant,
    place: z.string(),
    mode: Mode,
    state: z.enum(meetingStates),
    items: z.int(),
  }),
);
