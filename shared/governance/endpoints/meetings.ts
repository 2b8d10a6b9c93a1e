import * as z from 'zod/mini';
import type { Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { Body, ByMeeting, Can, Mode, Presence, Written } from './parts';
import { MeetingSummary, MeetingView } from './views';

export const meetingEndpoints = {
  /** Meetings, those to come and in session first, then the newest. */
  meetings: {
    kind: 'read',
    needs: 'meeting.read',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () =>
      z.object({
        rows: z.array(MeetingSummary()),
        /** On the first page: bodies that have met less often than they should. A warning, it blocks nothing. */
        late: z.array(Body),
        next: z.nullable(z.string()),
        can: Can,
      }),
  },
  meeting: { kind: 'read', needs: 'meeting.read', input: () => z.strictObject({ meetingId: Id }), output: MeetingView },
  planMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ body: Body, at: Instant, place: text(60), mode: z.optional(Mode) }),
    output: Written,
  },
  /** Changes time, place or mode of a planned meeting; if a notice was sent, the seats get another one. */
  changeMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () =>
      z.strictObject({
        meetingId: Id,
        version: Version,
        at: z.optional(Instant),
        place: z.optional(text(60)),
        mode: z.optional(Mode),
        reason: text(200),
      }),
    output: Written,
  },
  /** Gives a planned meeting the seats its body has now. */
  refreshSeats: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** Tells every holder of a seat of a planned meeting; papers are uploads of the caller: PDF, JPEG or PNG. */
  sendNotice: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () =>
      z.strictObject({
        meetingId: Id,
        version: Version,
        text: text(1000),
        papers: z.optional(
          z
            .array(z.strictObject({ title: text(60), fileId: z.string().check(z.maxLength(300)) }))
            .check(z.maxLength(5, 'choice.tooMany')),
        ),
      }),
    output: Written,
  },
  /** The holder of a seat has read a notice; `number` is the notice's. */
  confirmNotice: {
    kind: 'write',
    needs: 'meeting.vote',
    input: () => z.strictObject({ meetingId: Id, number: z.int().check(z.positive()) }),
    output: Written,
  },
  /** A short-lived address of a paper of a notice, for the holders of the seats and the secretary; there is none for others. */
  paper: {
    kind: 'read',
    needs: 'meeting.read',
    input: () => z.strictObject({ meetingId: Id, paperId: Id }),
    output: () => z.object({ url: z.string() }),
  },
  startMeeting: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** A seat signs in on its holder's own phone, also again after leaving. */
  signIn: {
    kind: 'write',
    needs: 'meeting.vote',
    input: () => z.strictObject({ meetingId: Id, presence: z.enum(['onSite', 'remote']) }),
    output: Written,
  },
  /** A seat that is present leaves, on its holder's own phone: from now on it counts no more. */
  leaveMeeting: { kind: 'write', needs: 'meeting.vote', input: () => z.strictObject({ meetingId: Id }), output: Written },
  recordAttendance: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, seat: Id, presence: z.nullable(Presence) }),
    output: Written,
  },
  /** Interrupts the session; nothing is voted on until it goes on. */
  adjournMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, reason: text(200), resumesAt: z.optional(Instant) }),
    output: Written,
  },
  resumeMeeting: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** Ends the session, unless a vote is open; what was not reached waits for another meeting. */
  closeMeeting: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** Calls a planned meeting off; its applications wait for another one. */
  cancelMeeting: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () => z.strictObject({ meetingId: Id, version: Version, reason: text(200) }),
    output: Written,
  },
} as const satisfies Record<string, Specification>;
