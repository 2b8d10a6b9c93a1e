import * as z from 'zod/mini';
import { once, type Specification } from '../../contract/endpoint';
import { Cursor, Id, Instant, text, Version } from '../../schema';
import { claimStates, LastFour, verificationMethods } from '../claim';
import { Can } from './common';

const MemberKind = z.enum(['individual', 'unit']);
const ClaimState = z.enum(claimStates);

/** A claim as the claimant sees it: that it was received or how it ended, and of no record but the one that became theirs. */
export const OwnClaim = once(() =>
  z.object({ id: Id, kind: MemberKind, state: ClaimState, at: Instant, memberId: z.nullable(Id) }),
);
export type OwnClaim = z.output<ReturnType<typeof OwnClaim>>;

const ClaimSummary = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: MemberKind,
    /** As the claimant typed it. */
    name: z.string(),
    city: z.nullable(z.string()),
    at: Instant,
    /** Records on file that fit. */
    candidates: z.number(),
  }),
);
export type ClaimSummary = z.output<ReturnType<typeof ClaimSummary>>;

/** A record that may be the claimant's; personal data masked. */
const Candidate = once(() =>
  z.object({
    memberId: Id,
    version: Version,
    number: z.string(),
    name: z.string(),
    mobile: z.string(),
    idNumber: z.string(),
    city: z.string(),
    standing: z.string(),
    admittedAt: Instant,
    /** Another WeChat account holds it: confirming takes it from that account. */
    bound: z.boolean(),
    /** False once the membership has ended. */
    claimable: z.boolean(),
  }),
);

export const ClaimView = once(() =>
  z.object({
    id: Id,
    reference: z.string(),
    kind: MemberKind,
    state: ClaimState,
    version: Version,
    at: Instant,
    /** What the claimant typed. */
    typed: z.object({ name: z.string(), lastFour: z.string() }),
    /** Within the officer's reach: those that fit, and the one of the number asked for. */
    candidates: z.array(Candidate()),
    /** How it ended: by whom and on what ground. */
    decision: z.nullable(
      z.object({ by: z.string(), at: Instant, method: z.nullable(z.enum(verificationMethods)), text: z.string() }),
    ),
    conflict: z.boolean(),
    can: Can,
  }),
);
export type ClaimView = z.output<ReturnType<typeof ClaimView>>;

const ByClaim = { claimId: Id, version: Version };
const Decided = once(() => z.object({ id: Id, state: ClaimState, version: Version }));

/** Existing members claim their record; a new phone takes over an old one. */
export const claimEndpoints = {
  /** Hit and miss are answered alike, by the same database calls. */
  claimRecord: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ kind: MemberKind, name: text(100), lastFour: LastFour }),
    output: OwnClaim,
  },
  /** The caller's newest claim; null when they never made one. */
  myClaim: { kind: 'read', needs: 'signedIn', input: () => z.strictObject({}), output: () => z.nullable(OwnClaim()) },
  /** Open claims within the officer's reach, oldest first. */
  claims: {
    kind: 'read',
    needs: 'member.manage',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(ClaimSummary()), next: z.nullable(z.string()) }),
  },
  claim: {
    kind: 'read',
    needs: 'member.manage',
    input: () =>
      z.strictObject({
        claimId: Id,
        /** A member number found otherwise: somebody who changed name or mobile still has a record. */
        number: z.optional(z.string().check(z.maxLength(40, 'text.tooLong'))),
      }),
    output: ClaimView,
  },
  /** Gives the record to the claimant's account, and takes it from the one that held it. */
  confirmClaim: {
    kind: 'write',
    needs: 'member.manage',
    input: () =>
      z.strictObject({
        ...ByClaim,
        memberId: Id,
        /** The record as the officer saw it: who holds it may have changed since. */
        memberVersion: Version,
        verification: z.strictObject({ method: z.enum(verificationMethods), note: text(300) }),
      }),
    output: Decided,
  },
  /** The number on file to call back, by whoever decides the claim; the person sees that it was looked at, and why. */
  callBack: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ claimId: Id, memberId: Id }),
    output: () => z.object({ mobile: z.string() }),
  },
  /** Deletes a claim that was turned down once its time is over. */
  removeClaim: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ claimId: Id }),
    output: () => z.object({ removed: z.boolean() }),
  },
  rejectClaim: {
    kind: 'write',
    needs: 'member.manage',
    input: () => z.strictObject({ ...ByClaim, reason: text(300) }),
    output: Decided,
  },
} as const satisfies Record<string, Specification>;
