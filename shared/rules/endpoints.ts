import * as z from 'zod/mini';
import { endpoints, once } from '../contract/endpoint';
import { Id, Instant, text } from '../schema';
import { ruleGroupKeys } from './groups';
import { proposalStates } from './lifecycle';
import type { AnyMeasure } from './measures';
import { reasonKinds } from './templates';

/** Plain data of the program's own, as it stands. */
const MeasureView = z.custom<AnyMeasure>();
const Can = z.record(z.string(), z.boolean());
const Key = z.string().check(z.regex(/^[a-zA-Z]{1,40}(\.[a-zA-Z]{1,40}){0,2}$/, 'id.format'));
/** `YYYY-MM-DD` in Asia/Shanghai. */
const Day = z.iso.date('date.notReal');

/** A value is what the rule's measure says; `words.ts` puts it into words. */
const VersionView = once(() => z.object({ version: z.int(), effectiveFrom: Day, source: z.string(), value: z.unknown() }));

const ProposalView = once(() =>
  z.object({
    id: Id,
    state: z.enum(proposalStates),
    value: z.unknown(),
    effectiveFrom: Day,
    source: z.string(),
    note: z.string(),
    by: z.string(),
    at: Instant,
    /** Until when it can be approved. */
    approveBefore: Instant,
    decidedBy: z.nullable(z.string()),
    decidedAt: z.nullable(Instant),
    /** Why it was rejected. */
    reason: z.nullable(z.string()),
    can: Can,
  }),
);
export type ProposalView = z.output<ReturnType<typeof ProposalView>>;

const RuleRow = once(() =>
  z.object({
    key: z.string(),
    title: z.string(),
    measure: MeasureView,
    inForce: VersionView(),
    /** Approved, and in force from a later day on. */
    next: z.nullable(VersionView()),
    versions: z.int(),
    /** First day of the change that waits for approval. */
    proposedFrom: z.nullable(Day),
  }),
);
export type RuleRow = z.output<ReturnType<typeof RuleRow>>;

const RuleView = once(() =>
  z.object({
    key: z.string(),
    title: z.string(),
    measure: MeasureView,
    inForce: VersionView(),
    /** Every version, the newest first. */
    versions: z.array(VersionView()),
    /** The twenty latest proposals, the newest first. */
    proposals: z.array(ProposalView()),
    /** First day that a change proposed now can hold from. */
    earliest: Day,
    can: Can,
  }),
);
export type RuleView = z.output<ReturnType<typeof RuleView>>;

const OfProposal = once(() => z.strictObject({ proposalId: Id }));
const ProposalAnswer = once(() => z.object({ id: Id, key: z.string(), state: z.enum(proposalStates) }));

export const rules = endpoints('rules', {
  /** The rules of a group with the value in force. */
  rules: {
    kind: 'read',
    needs: 'rule.read',
    input: () => z.strictObject({ group: z.enum(ruleGroupKeys, 'choice.unknown') }),
    output: () =>
      z.object({
        rows: z.array(RuleRow()),
        /** How many changes wait for approval, by group. */
        waiting: z.record(z.string(), z.int()),
        /** The year whose holidays are not entered though deadlines fall into it. */
        yearMissing: z.nullable(z.int()),
        /** replay: work decisions out again. */
        can: Can,
      }),
  },
  /** One rule with all its versions and proposals. */
  rule: { kind: 'read', needs: 'rule.read', input: () => z.strictObject({ key: Key }), output: RuleView },
  /** Proposes a change that holds from a later day on; one at a time for each rule. */
  proposeRule: {
    kind: 'write',
    needs: 'rule.propose',
    input: () => z.strictObject({ key: Key, value: z.unknown(), effectiveFrom: Day, source: text(100), note: text(300) }),
    output: ProposalAnswer,
  },
  /** Somebody else makes the proposal the rule's next version. */
  approveProposal: { kind: 'write', needs: 'rule.approve', input: OfProposal, output: ProposalAnswer },
  rejectProposal: {
    kind: 'write',
    needs: 'rule.approve',
    input: () => z.strictObject({ proposalId: Id, reason: text(300) }),
    output: ProposalAnswer,
  },
  /** The proposer takes it back. */
  withdrawProposal: { kind: 'write', needs: 'rule.propose', input: OfProposal, output: ProposalAnswer },
  /** Phrases that staff may begin a reason with, by what it is for. */
  reasonTemplates: {
    kind: 'read',
    needs: 'rule.read',
    input: () => z.strictObject({}),
    output: () => z.object({ templates: z.record(z.enum(reasonKinds as [string, ...string[]]), z.array(z.string())) }),
  },
});
