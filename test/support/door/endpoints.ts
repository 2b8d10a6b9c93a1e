import * as z from 'zod/mini';
import { endpoints } from '../../../shared/contract/endpoint';
import { Cursor, Id, text, Version } from '../../../shared/schema';

const Written = z.object({ id: Id, version: Version });

/** A made-up context that uses everything the door offers; the tests of the door call it and nothing else. */
export const things = endpoints('membership', {
  create: {
    kind: 'write',
    needs: 'application.submit',
    input: () =>
      z.strictObject({
        title: text(50),
        idNumber: z.string().check(z.regex(/^\d{17}[\dX]$/, 'idNumber.format')),
        details: z.optional(z.strictObject({ note: text(50), tags: z.optional(z.array(text(10))) })),
      }),
    output: () => z.object({ id: Id, version: Version, title: z.string(), lastDigits: z.string() }),
  },
  rename: {
    kind: 'write',
    needs: 'application.submit',
    input: () => z.strictObject({ id: Id, version: Version, title: text(50) }),
    output: () => Written,
  },
  /** Counts up without a version from the caller: many at once must all count. */
  count: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ id: Id }),
    output: () => z.object({ count: z.int() }),
  },
  remove: { kind: 'write', needs: 'signedIn', input: () => z.strictObject({ id: Id }), output: () => Written },
  review: { kind: 'write', needs: 'application.review', input: () => z.strictObject({ id: Id }), output: () => Written },
  forget: { kind: 'write', needs: 'signedIn', input: () => z.strictObject({}), output: () => z.object({ id: Id }) },
  tally: { kind: 'write', needs: 'system', input: () => z.strictObject({ of: Id }), output: () => z.object({ count: z.int() }) },
  accept: { kind: 'write', needs: 'signedIn', input: () => z.strictObject({ id: Id, times: z.int() }), output: () => Written },
  read: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ id: Id }),
    output: () => z.object({ id: Id, title: z.string(), idNumber: z.nullable(z.string()) }),
  },
  list: {
    kind: 'read',
    needs: 'signedIn',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(z.object({ id: Id, title: z.string() })), next: z.nullable(z.string()) }),
  },
  staffList: {
    kind: 'read',
    needs: 'application.read',
    input: () => z.strictObject({}),
    output: () => z.object({ reach: z.array(z.string()) }),
  },
  verify: {
    kind: 'read',
    needs: 'public',
    input: () => z.strictObject({ token: z.string().check(z.maxLength(40)) }),
    output: () => z.object({ known: z.boolean() }),
  },
  /** Goes wrong in several ways, with somebody's words in the error. */
  fail: {
    kind: 'read',
    needs: 'public',
    input: () => z.strictObject({ how: text(20), words: text(50) }),
    output: () => z.object({ ok: z.boolean() }),
  },
});
