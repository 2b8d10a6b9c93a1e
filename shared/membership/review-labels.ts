/** Chinese for what a review judges, looks up and decides. */

/** Conditions of the categories: title, and what the reviewer looks at. */
export const conditionLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  lawfulBody: { title: '依法设立', hint: '机关的设立文件或统一社会信用代码证' },
  registrationValid: { title: '登记有效', hint: '登记证书或营业执照在有效期内，名称一致' },
  internalDecision: { title: '本单位同意', hint: '领导班子同意入会的文件或盖章申请' },
  purposeFits: { title: '宗旨相合', hint: '职责或业务范围与慈善事业相关' },
  lawfulBusiness: { title: '依法经营', hint: '正常经营，按期公示年报' },
  charityRecord: { title: '慈善经历', hint: '捐赠、志愿服务或公益项目的记录' },
  soundGovernance: { title: '治理健全', hint: '有理事会和监事，信息按规定公开' },
};

export const complianceLabels: Readonly<Record<string, { readonly title: string; readonly source: string }>> = {
  abnormalList: { title: '异常名录', source: '中国社会组织政务服务平台' },
  distrustList: { title: '严重违法失信名单', source: '信用中国' },
  annualInspection: { title: '年检（年报）', source: '登记管理机关公告' },
  assessment: { title: '评估等级', source: '登记管理机关公告' },
};

export const complianceResultLabels: Readonly<Record<string, string>> = {
  notListed: '未列入',
  listed: '已列入',
  passed: '合格',
  basicallyPassed: '基本合格',
  failed: '不合格',
  notDue: '未到年检期',
  none: '未评估',
  '1A': '1A 级',
  '2A': '2A 级',
  '3A': '3A 级',
  '4A': '4A 级',
  '5A': '5A 级',
};

/** Lines of the workbench that a review opens. */
export const reviewDueKinds = {
  explainRejection: { label: '写给申请人的原因', about: 'application' },
  decideAppeal: { label: '复核申诉', about: 'application' },
  recheckCompliance: { label: '合规复查', about: 'member' },
} as const;

/** Steps of a review beyond the way every application goes. */
export const reviewActionLabels: Readonly<Record<string, string>> = {
  check: '登记合规核查',
  mark: '标记优先发展',
  unmark: '取消优先标记',
  assign: '变更归口',
  explain: '告知未通过的原因',
  appeal: '申诉',
  uphold: '申诉成立，重新提交会议',
  dismiss: '申诉不成立',
};

/** Codes of field errors in a review → what to do about them. */
export const reviewErrorTexts: Readonly<Record<string, string>> = {
  'checklist.missing': '还没有判断',
  'checklist.foreign': '这不是该类别的入会条件，请刷新后重填',
  'compliance.missing': '还没有登记核查结果',
  'compliance.outdated': '核查结果太旧了，请重新查询并登记',
  'compliance.result': '请选择这一项可以有的结果',
  'compliance.expiry': '请填写评估等级的有效期，且不早于核查日期',
  'city.same': '已经归这个城市，请选择别的城市',
};

type Facts = Readonly<Record<string, string>>;

export const reviewInboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> = {
  applicationExplained: (facts) => ({
    title: '未通过的原因',
    text: `申请 ${facts.reference} 未获通过的原因已写明，打开可查看，也可以申诉一次。`,
  }),
  applicationAppealed: (facts) => ({
    title: '申诉已收到',
    text: `申请 ${facts.reference} 的申诉由没有参加审查的工作人员复核，结果会告诉您。`,
  }),
  applicationAppealUpheld: (facts) => ({
    title: '申诉成立',
    text: `申请 ${facts.reference} 将由会议重新讨论，定下日期马上告诉您。`,
  }),
  applicationAppealDismissed: (facts) => ({
    title: '申诉不成立',
    text: `申请 ${facts.reference} 维持原来的决定，打开可查看理由和可以重新申请的日期。`,
  }),
};
