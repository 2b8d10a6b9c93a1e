import { calendar } from './calendar';
import type { RuleGroup } from './groups';
import type { DefinedRule } from './rule';
import * as rules from './rules';
import { reasonTemplates } from './templates';

/** A rule of which it is not known what its value is: the rule centre handles all of them alike. */
export type AnyRule = DefinedRule<unknown>;

/** Every rule there is, in the order in which the rule centre shows them. */
export const ruleGroups: Readonly<Record<RuleGroup, readonly AnyRule[]>> = {
  entry: [
    rules.entryDeciders,
    rules.reviewWorkingDays,
    rules.draftRetentionDays,
    rules.draftWarningDays,
    rules.endedApplicationMonths,
    rules.rejectedClaimMonths,
    rules.unusedUploadDays,
    rules.technicalMonths,
    rules.onlineApplicationAge,
    rules.reapplicationDays,
    rules.appealDays,
    rules.explanationWorkingDays,
    rules.appealWorkingDays,
    rules.complianceDays,
    rules.recheckDays,
    rules.recheckLeadDays,
    rules.unitAttachments,
    ...Object.values(rules.unitConditions),
  ],
  meeting: [...Object.values(rules.votingRules), ...Object.values(rules.meetingFrequencies), rules.minutesWorkingDays],
  member: [
    rules.claimWorkingDays,
    rules.invitationDays,
    rules.invitationUses,
    rules.reportChangesDays,
    rules.confirmationMonths,
    rules.deemedResignationMonths,
    rules.deemedReminderDays,
    rules.reminderFiles,
    rules.reinstatementMonths,
    rules.leftErasureDays,
    rules.leftRetentionMonths,
    rules.measureDeciders,
    rules.memberNumberFormat,
    rules.certificateValidityMonths,
  ],
  registration: [rules.offerHours],
  staff: [rules.delegationDays],
  calendar: [calendar],
  templates: Object.values(reasonTemplates),
};

export const allRules: readonly AnyRule[] = Object.values(ruleGroups).flat();

/** The rule of a key; undefined for a key that this release does not know. */
export const ruleOfKey = (key: string): AnyRule | undefined => allRules.find((one) => one.key === key);
