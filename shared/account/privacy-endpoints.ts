import * as z from 'zod/mini';
import { once, type Specification } from '../contract/endpoint';
import { type ConsentKey, consentKeys } from '../membership/consents';
import { Cursor, Id, Instant } from '../schema';

const Key = z.enum(consentKeys as readonly [ConsentKey, ...ConsentKey[]]);

const ConsentRow = once(() =>
  z.object({
    key: Key,
    /** The text as it reads now. */
    title: z.string(),
    text: z.string(),
    currentVersion: z.int(),
    /** What was agreed to last, and when; null when it never was. */
    given: z.nullable(z.object({ version: z.int(), at: Instant, application: z.nullable(z.string()) })),
    withdrawnAt: z.nullable(Instant),
    can: z.record(z.string(), z.boolean()),
  }),
);

/** What the privacy centre shows and does; all of it stays within reach when a consent is withdrawn. */
export const privacyEndpoints = {
  consents: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({}),
    output: () =>
      z.object({
        rows: z.array(ConsentRow()),
        /** Reference of the application that a withdrawal would end; null when none is under way. */
        underWay: z.nullable(z.string()),
        close: z.object({ can: z.boolean(), why: z.nullable(z.enum(['member', 'represents', 'staff'])) }),
      }),
  },
  /** Takes a consent back, from the next call on. `endApplication` says that the application under way may end with it. */
  withdrawConsent: {
    kind: 'write',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ key: Key, endApplication: z.boolean() }),
    output: () => z.object({ key: Key, withdrawnAt: Instant }),
  },
  /** Agrees to a text anew, as it reads now. */
  giveConsent: {
    kind: 'write',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ key: Key, version: z.int().check(z.positive()) }),
    output: () => z.object({ key: Key, version: z.int(), at: Instant }),
  },
  /** Everything stored about the person, in words; a page of it at a time. */
  myData: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () =>
      z.object({
        at: Instant,
        sections: z.array(z.object({ title: z.string(), rows: z.array(z.object({ label: z.string(), value: z.string() })) })),
        next: z.nullable(z.string()),
      }),
  },
  /** Closes the account and destroys what is stored about the person; later calls are those of a new person. */
  closeAccount: {
    kind: 'write',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ confirm: z.literal('注销', 'close.confirm') }),
    output: () => z.object({ closedAt: Instant, account: Id }),
  },
} as const satisfies Record<string, Specification>;
