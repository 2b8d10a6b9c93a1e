import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Id, Instant, text, Version } from '../../schema';
import { Body, Can, Written } from './parts';

const Term = z.int().check(z.positive(), z.maximum(99));

const EarlierTerm = once(() => z.object({ term: z.int(), from: z.nullable(Instant), until: Instant, seats: z.int() }));

const BodySummary = once(() =>
  z.object({
    body: Body,
    /** Number of the present term 届; null while the body has no seats. */
    term: z.nullable(z.int()),
    version: Version,
    seats: z.int(),
    vacant: z.int(),
    /** Earlier terms, the newest first. */
    earlier: z.array(EarlierTerm()),
    /** How often the body is expected to meet; a warning, it blocks nothing. */
    frequency: z.object({
      lastHeldAt: z.nullable(Instant),
      /** So many times in so many months, as a rule; null: as due. */
      expected: z.nullable(z.object({ months: z.int(), atLeast: z.int(), atMost: z.nullable(z.int()), source: z.string() })),
      overdue: z.boolean(),
    }),
    can: Can,
  }),
);

export const bodyEndpoints = {
  /**
   * The four deciding bodies: term, number of seats, earlier terms, and when they last met. For who reads meetings, and for who
   * assigns the seats.
   */
  bodies: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({}),
    output: () => z.object({ rows: z.array(BodySummary()) }),
  },
  /** The seats of a body in its present or an earlier term, with the names of their holders; term 1 without seats before any were set. */
  body: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ body: Body, term: z.optional(Term) }),
    output: () =>
      z.object({
        body: Body,
        term: z.int(),
        from: z.nullable(Instant),
        /** null: the present term. */
        until: z.nullable(Instant),
        seats: z.array(z.object({ seat: Id, title: z.string(), holder: z.nullable(Id), name: z.string() })),
        /** As in the summary, for the page of one body: to change its seats (`can.set`), and the way to earlier terms. */
        version: Version,
        earlier: z.array(EarlierTerm()),
        can: Can,
      }),
  },
  /**
   * Sets the seats of a body for its term; meetings planned from now on have them. A new term keeps the record of the one
   * before. `version` is the one the last call answered, 0 for a body that has no seats yet.
   */
  setBody: {
    kind: 'write',
    needs: 'role.assign',
    input: () =>
      z.strictObject({
        body: Body,
        term: Term,
        seats: z
          .array(z.strictObject({ seat: Id, title: text(20), holder: z.nullable(Id) }))
          .check(z.minLength(1, 'required'), z.maxLength(100, 'choice.tooMany')),
        version: Version,
      }),
    output: Written,
  },
} as const satisfies Record<string, Specification>;
