const seen = { applicationId: 'a', version: 1 };
const looked = {
  check: 'distrustList',
  result: 'notListed',
  source: '信用中国',
  checkedAt: '2026-11-01',
} as const;

/** A well-formed input of every endpoint about correction, compliance and appeal. */
export const reviewInputs = {
  acceptApplications: { applications: [seen] },
  markApplication: { ...seen, marked: true, reason: '行业代表' },
  assignCity: { ...seen, city: '320500', reason: '住在苏州' },
  explainRejection: { ...seen, reason: '材料不足' },
  decideAppeal: { ...seen, outcome: 'dismissed', reason: '维持' },
  appealApplication: { ...seen, reason: '有新的材料' },
  recordCompliance: { ...seen, ...looked },
  recheckCompliance: { memberId: 'm', version: 1, ...looked },
  memberCompliance: { memberId: 'm' },
  followCompliance: { memberId: 'm' },
} as const;
