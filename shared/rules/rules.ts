/**
 * Rule records: what the federation's 《会员管理暂行办法》 or charter decides, with its source. A decision stores the
 * version it used (`key@version`), so that it can be replayed under the rule of its day.
 */
export interface Rule<T> {
  readonly key: string;
  readonly version: number;
  /** First day it holds, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly source: string;
  readonly value: T;
}

/** `atLeast`: numerator/denominator or more (以上 includes the number itself); `moreThan`: strictly more. */
export interface Share {
  readonly kind: 'atLeast' | 'moreThan';
  readonly numerator: number;
  readonly denominator: number;
}

export interface VotingRule {
  /** Share of the seats that must be present. */
  readonly quorum: Share;
  /** Share of those present, less the recused, that must approve. */
  readonly pass: Share;
}

const half: Share = { kind: 'moreThan', numerator: 1, denominator: 2 };
const twoThirds: Share = { kind: 'atLeast', numerator: 2, denominator: 3 };
const charter = '社会团体章程示范文本';

function rule<T>(key: string, source: string, value: T): Rule<T> {
  return { key, version: 1, effectiveFrom: '2024-01-01', source, value };
}

export const votingRules = {
  presidentsOffice: rule<VotingRule>('voting.presidentsOffice', '本会默认', { quorum: half, pass: half }),
  standingCouncil: rule<VotingRule>('voting.standingCouncil', charter, { quorum: twoThirds, pass: twoThirds }),
  council: rule<VotingRule>('voting.council', charter, { quorum: twoThirds, pass: twoThirds }),
  congress: rule<VotingRule>('voting.congress', charter, { quorum: twoThirds, pass: half }),
} as const;

/** Bodies that may decide entry. */
export const entryDeciders = rule('entry.deciders', '本会默认', ['presidentsOffice', 'standingCouncil', 'council'] as const);

/** Working days for a review. */
export const reviewWorkingDays = rule('review.workingDays', '同行惯例', 10);

/** Days an untouched draft is kept. */
export const draftRetentionDays = rule('draft.retentionDays', '本会默认', 90);

/** Age from which a person may apply online (个人信息保护法 第31条: below it a guardian decides). */
export const onlineApplicationAge = rule('application.onlineAge', '个人信息保护法 第31条', 14);

/** How a decision names the rule it used. */
export function ruleVersion(used: Rule<unknown>): string {
  return `${used.key}@${used.version}`;
}
