/** What a unit is looked up for, and what each look-up may find. */
export const complianceResults = {
  /** 活动异常名录 (社会组织信用信息管理办法), 经营异常名录 (企业信息公示暂行条例). */
  abnormalList: ['notListed', 'listed'],
  /** 严重违法失信名单: a hit is a veto. */
  distrustList: ['notListed', 'listed'],
  /** 年检, 年报. */
  annualInspection: ['passed', 'basicallyPassed', 'failed', 'notDue'],
  /** 社会组织评估等级 (社会组织评估管理办法): valid for five years. */
  assessment: ['none', '1A', '2A', '3A', '4A', '5A'],
} as const;

export type ComplianceCheck = keyof typeof complianceResults;
export const complianceChecks = Object.keys(complianceResults) as readonly ComplianceCheck[];

const checksByCategory: Readonly<Record<string, readonly ComplianceCheck[]>> = {
  government: ['distrustList'],
  institution: ['abnormalList', 'distrustList', 'annualInspection'],
  enterprise: ['abnormalList', 'distrustList', 'annualInspection'],
  socialOrganisation: complianceChecks,
};

/** The look-ups that a category of units needs; none for an individual. */
export const checksOf = (category: string | undefined): readonly ComplianceCheck[] =>
  (category !== undefined && checksByCategory[category]) || [];

/** Whether a result is one that this look-up may have. */
export const isResultOf = (check: ComplianceCheck, result: string): boolean =>
  (complianceResults[check] as readonly string[]).includes(result);

/** The one result that keeps an applicant out, whatever else speaks for them. */
export const isVeto = ({ check, result }: { readonly check: string; readonly result: string }): boolean =>
  check === 'distrustList' && result === 'listed';

/** The newest entry of each look-up, of a list that is oldest first. */
export function latestByCheck<T extends { readonly check: ComplianceCheck }>(
  entries: readonly T[],
): ReadonlyMap<ComplianceCheck, T> {
  return new Map(entries.map((entry) => [entry.check, entry]));
}
