/** How the rule centre groups the rules; `all.ts` says which stand in which. */
export const ruleGroupKeys = ['entry', 'meeting', 'member', 'registration', 'staff', 'calendar', 'templates'] as const;
export type RuleGroup = (typeof ruleGroupKeys)[number];
