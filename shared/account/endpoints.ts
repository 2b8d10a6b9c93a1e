import * as z from 'zod/mini';
import { assignableRoles, type Role } from '../access/roles';
import { cityCodes } from '../cities';
import { endpoints, once } from '../contract/endpoint';
import { applicationStates } from '../membership/lifecycle';
import { Cursor, Id, Instant, text } from '../schema';
import { delegationEndpoints } from './delegation';
import { privacyEndpoints } from './privacy-endpoints';

const City = z.enum(cityCodes as readonly [string, ...string[]], 'choice.unknown');
const AssignableRole = z.enum(assignableRoles as readonly [Role, ...Role[]], 'choice.unknown');
const Grant = once(() => z.object({ role: z.string(), city: z.optional(z.string()) }));

/** A capacity the person can act in: what the visible switch offers. */
const Capacity = once(() => z.object({ key: z.string(), label: z.string() }));

const MemberCard = once(() =>
  z.object({
    id: Id,
    number: z.string(),
    kind: z.enum(['individual', 'unit']),
    name: z.string(),
    standing: z.string(),
    admittedAt: Instant,
  }),
);

const InboxRow = once(() =>
  z.object({
    id: Id,
    /** `applicationSubmitted` …: labels.ts makes title and text of it with `facts`. */
    kind: z.string(),
    facts: z.record(z.string(), z.string()),
    /** Page to open, without a leading slash; empty when there is none. */
    page: z.string(),
    at: Instant,
    read: z.boolean(),
  }),
);

const DueRow = once(() =>
  z.object({
    id: Id,
    /** A key of `dueKinds`. */
    kind: z.string(),
    title: z.string(),
    reference: z.string(),
    city: z.nullable(z.string()),
    dueAt: z.nullable(Instant),
    since: Instant,
    /** Came up, or was moved on, since yesterday began. */
    isNew: z.boolean(),
    page: z.string(),
  }),
);

export const account = endpoints('account', {
  ...privacyEndpoints,
  /** Everything the home page shows, in one call. */
  home: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({}),
    output: () =>
      z.object({
        name: z.nullable(z.string()),
        application: z.nullable(
          z.object({
            id: Id,
            reference: z.string(),
            state: z.enum(applicationStates),
            done: z.int(),
            of: z.int(),
            meetingAt: z.nullable(Instant),
            meetingTitle: z.nullable(z.string()),
          }),
        ),
        /** What the person applies for as the contact person of a unit, until it is admitted. */
        unitApplication: z.nullable(
          z.object({
            id: Id,
            reference: z.string(),
            state: z.enum(applicationStates),
            done: z.int(),
            of: z.int(),
            meetingAt: z.nullable(Instant),
            meetingTitle: z.nullable(z.string()),
            name: z.nullable(z.string()),
          }),
        ),
        member: z.nullable(MemberCard()),
        /** Unit members that the person represents. */
        units: z.array(MemberCard()),
        unread: z.int(),
        /** Keys of the texts that the person has taken their consent back from. */
        withdrawn: z.array(z.string()),
        /** Things waiting for this person in the workbench; null for those who have none. */
        due: z.nullable(z.int()),
        /** There may be more than were counted. */
        dueCapped: z.boolean(),
      }),
  },
  me: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({}),
    output: () =>
      z.object({
        id: z.nullable(Id),
        name: z.nullable(z.string()),
        grants: z.array(Grant()),
        capacities: z.array(Capacity()),
        actingAs: z.nullable(z.string()),
        member: z.nullable(MemberCard()),
        unread: z.int(),
        can: z.record(z.string(), z.boolean()),
      }),
  },
  /** Where an upload of this person may go: a path with a random name under their own prefix. */
  prepareUpload: {
    kind: 'read',
    needs: 'application.submit',
    input: () =>
      z.strictObject({
        kind: z.enum(['jpeg', 'png', 'pdf']),
        bytes: z.int().check(z.positive(), z.maximum(5 * 1024 * 1024, 'file.tooLarge')),
      }),
    output: () => z.object({ cloudPath: z.string() }),
  },
  inbox: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () => z.object({ rows: z.array(InboxRow()), next: z.nullable(z.string()), unread: z.int() }),
  },
  markRead: {
    kind: 'write',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ entryId: Id }),
    output: () => z.object({ id: Id }),
  },
  /** Notes that WeChat's dialog was accepted for these templates: one message each. */
  recordAcceptance: {
    kind: 'write',
    needs: 'signedIn',
    input: () =>
      z.strictObject({
        templates: z.array(z.enum(['applicationProgress', 'staffDue'])).check(z.minLength(1), z.maxLength(3)),
      }),
    output: () => z.object({ templates: z.array(z.string()) }),
  },
  /** What waits for this person, most urgent first. */
  workbench: {
    kind: 'read',
    needs: 'signedIn',
    withoutConsent: true,
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () =>
      z.object({
        name: z.nullable(z.string()),
        /** Of the hundred most urgent; `capped` when there may be more. */
        counts: z.object({ overdue: z.int(), today: z.int(), week: z.int(), all: z.int(), capped: z.boolean() }),
        /** Since yesterday began: what came up or was moved on, and what was done. */
        changes: z.object({ opened: z.int(), closed: z.int() }),
        rows: z.array(DueRow()),
        next: z.nullable(z.string()),
        can: z.record(z.string(), z.boolean()),
      }),
  },
  /** Makes everybody's lines anew from the journal; a timer does it within minutes. */
  rebuildWorkbench: {
    kind: 'write',
    needs: 'role.assign',
    input: () => z.strictObject({}),
    output: () => z.object({ askedAt: Instant }),
  },
  /** Accounts that hold roles, for the administrator and the auditor. */
  staff: {
    kind: 'read',
    needs: 'role.read',
    input: () => z.strictObject({ cursor: z.optional(Cursor) }),
    output: () =>
      z.object({
        rows: z.array(
          z.object({
            id: Id,
            name: z.string(),
            grants: z.array(Grant()),
            version: z.int(),
            can: z.record(z.string(), z.boolean()),
          }),
        ),
        next: z.nullable(z.string()),
      }),
  },
  /** The code a person shows to the administrator so that a role can be given to this account; valid for ten minutes. */
  myStaffCode: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ name: text(20) }),
    output: () => z.object({ code: z.string(), validUntil: Instant }),
  },
  grantRole: {
    kind: 'write',
    needs: 'role.assign',
    input: () =>
      z.strictObject({
        /** Either an account already listed, or the code somebody shows. */
        accountId: z.optional(Id),
        code: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{8}$/, 'staffCode.format'))),
        role: AssignableRole,
        city: z.optional(City),
      }),
    output: () => z.object({ id: Id, grants: z.array(Grant()) }),
  },
  revokeRole: {
    kind: 'write',
    needs: 'role.assign',
    input: () => z.strictObject({ accountId: Id, role: AssignableRole, city: z.optional(City) }),
    output: () => z.object({ id: Id, grants: z.array(Grant()) }),
  },
  /**
   * Makes the caller the first administrator of a fresh environment: the code is an environment variable that only the
   * owner of the cloud console can set; works exactly once.
   */
  becomeFirstAdministrator: {
    kind: 'write',
    needs: 'signedIn',
    input: () => z.strictObject({ code: z.string().check(z.minLength(1, 'required'), z.maxLength(100)), name: text(20) }),
    output: () => z.object({ id: Id, grants: z.array(Grant()) }),
  },
  ...delegationEndpoints,
  /** Follows an admission: the account is a member's from now on. */
  linkMember: {
    kind: 'write',
    needs: 'system',
    input: () => z.strictObject({ accountId: Id, memberId: Id, kind: z.optional(z.enum(['individual', 'unit'])) }),
    output: () => z.object({ id: Id }),
  },
});
