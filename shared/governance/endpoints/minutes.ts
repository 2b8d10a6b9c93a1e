import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';
import { minutesStates } from '../lifecycle';
import { ByMeeting, Can, Written } from './parts';

/** Versions in these endpoints are those of the minutes. */
export const MinutesView = once(() =>
  z.object({
    meetingId: Id,
    title: z.string(),
    at: Instant,
    place: z.string(),
    state: z.enum(minutesStates),
    version: Version,
    sections: z.array(
      z.object({
        key: Id,
        heading: z.string(),
        /** Lines made from the record of the meeting; nobody edits them. */
        record: z.array(z.string()),
        /** What the secretary adds; '' for nothing. */
        text: z.string(),
      }),
    ),
    /** Why the checker returned them last; for those who write and check. */
    returnReason: z.nullable(z.string()),
    publishedAt: z.nullable(Instant),
    /** The caller's own receipt; null while they have not read them or are not concerned. */
    readAt: z.nullable(Instant),
    /** Whom they were published to, for those who write and check: a seat's title or an application's reference. */
    receipts: z.array(z.object({ as: z.enum(['seat', 'applicant', 'member']), who: z.string(), readAt: z.nullable(Instant) })),
    /** save, submit, check, return, publish, markRead. */
    can: Can,
  }),
);
export type MinutesView = z.output<ReturnType<typeof MinutesView>>;

export const minutesEndpoints = {
  /**
   * Minutes of a meeting: for the secretary and checkers, and once published for the members concerned; nobody else. Not found,
   * with `possible: draftMinutes` in the fields, for who may begin them.
   */
  minutes: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({ meetingId: Id }), output: MinutesView },
  /** Drafts the minutes of a closed meeting from its record; the meeting's version is not asked for. */
  draftMinutes: { kind: 'write', needs: 'meeting.manage', input: () => z.strictObject({ meetingId: Id }), output: Written },
  /** Replaces what the secretary added to the sections named; submitted minutes become a draft again. */
  saveMinutes: {
    kind: 'write',
    needs: 'meeting.manage',
    input: () =>
      z.strictObject({
        meetingId: Id,
        version: Version,
        texts: z
          .array(z.strictObject({ key: Id, text: z.union([z.literal(''), text(2000)]) }))
          .check(z.minLength(1, 'required'), z.maxLength(80, 'choice.tooMany')),
      }),
    output: Written,
  },
  /** Hands the draft to somebody else to check. */
  submitMinutes: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** Checked by somebody who wrote nothing of it. */
  checkMinutes: { kind: 'write', needs: 'minutes.check', input: ByMeeting, output: Written },
  returnMinutes: {
    kind: 'write',
    needs: 'minutes.check',
    input: () => z.strictObject({ meetingId: Id, version: Version, reason: text(200) }),
    output: Written,
  },
  /** Publishes checked minutes to the members concerned. */
  publishMinutes: { kind: 'write', needs: 'meeting.manage', input: ByMeeting, output: Written },
  /** A member concerned has read them. */
  readMinutes: { kind: 'write', needs: 'signedIn', input: () => z.strictObject({ meetingId: Id }), output: Written },
} as const satisfies Record<string, Specification>;
