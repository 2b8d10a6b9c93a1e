import { bodies } from '../governance/lifecycle';
import { organisation } from '../organisation';
import {
  attachmentLists,
  choicesOf,
  count,
  frequency,
  numberFormat,
  onOff,
  type Share,
  texts,
  validity,
  voting,
} from './measures';
import { rule } from './rule';

export type { Share, VotingRule } from './measures';
export { type Rule, ruleVersion } from './rule';

/** Version 1 of each rule record; a use case asks `rulesOf(db, now)` for the one that holds. Each stands in a group of `all.ts`. */

const half: Share = { kind: 'moreThan', numerator: 1, denominator: 2 };
const twoThirds: Share = { kind: 'atLeast', numerator: 2, denominator: 3 };
const recused = 'outOfBase' as const;

const charter = '社会团体章程示范文本';
const peers = '同行惯例';
const own = '本会默认';
const founding = organisation.founding;

const votingOf = (body: string, title: string, source: string, quorum: Share, pass: Share) =>
  rule({
    key: `voting.${body}`,
    title: `${title}的法定人数和通过票数`,
    source,
    measure: voting,
    value: { quorum, pass, recused },
  });

export const votingRules = {
  presidentsOffice: votingOf('presidentsOffice', '会长办公会', own, half, half),
  standingCouncil: votingOf('standingCouncil', '常务理事会', charter, twoThirds, twoThirds),
  council: votingOf('council', '理事会', charter, twoThirds, twoThirds),
  congress: votingOf('congress', '会员代表大会', charter, twoThirds, half),
} as const;

const meets = (body: string, title: string, months: number, atLeast: number, atMost: number | null) =>
  rule({ key: `meeting.frequency.${body}`, title, source: founding, measure: frequency, value: { months, atLeast, atMost } });

/** How often the bodies should meet 一般; the congress meets as it is due. */
export const meetingFrequencies = {
  presidentsOffice: meets('presidentsOffice', '会长办公会多久开一次', 1, 1, 2),
  standingCouncil: meets('standingCouncil', '常务理事会多久开一次', 6, 1, null),
  council: meets('council', '理事会多久开一次', 12, 1, null),
} as const;

/** Working days after a meeting within which its minutes are drafted, checked and published. */
export const minutesWorkingDays = rule({
  key: 'meeting.minutesWorkingDays',
  title: '会议纪要几天之内发布',
  source: own,
  measure: count('workingDays', 1, 60),
  value: 5,
});

/** Bodies that may decide entry. */
export const entryDeciders = rule({
  key: 'entry.deciders',
  title: '哪些会议可以讨论入会',
  source: own,
  measure: choicesOf(bodies),
  value: ['presidentsOffice', 'standingCouncil', 'council'],
});

/** Working days for a review. */
export const reviewWorkingDays = rule({
  key: 'review.workingDays',
  title: '审查期限',
  source: peers,
  measure: count('workingDays', 1, 60),
  value: 10,
});

/** Days an untouched draft is kept. */
export const draftRetentionDays = rule({
  key: 'draft.retentionDays',
  title: '草稿保留多久',
  source: own,
  measure: count('days', 7, 365),
  value: 90,
});

/** Age from which a person may apply online (个人信息保护法 第31条: below it a guardian decides). */
export const onlineApplicationAge = rule({
  key: 'application.onlineAge',
  title: '几岁起可以在网上申请',
  source: '个人信息保护法 第31条',
  measure: count('years', 14, 18),
  value: 14,
});

/** Working days for checking who claims a record on file. */
export const claimWorkingDays = rule({
  key: 'member.claimWorkingDays',
  title: '核对会籍登记的期限',
  source: own,
  measure: count('workingDays', 1, 30),
  value: 5,
});

/** Days that a member's invitation holds. */
export const invitationDays = rule({
  key: 'member.invitationDays',
  title: '邀请码多久有效',
  source: own,
  measure: count('days', 1, 180),
  value: 30,
});

/** Applications that one invitation is good for. */
export const invitationUses = rule({
  key: 'member.invitationUses',
  title: '一个邀请码可用几次',
  source: own,
  measure: count('times', 1, 100),
  value: 10,
});

/** Days after a rejection from which the same person or unit may apply again. */
export const reapplicationDays = rule({
  key: 'application.reapplicationDays',
  title: '未通过后多久可以再申请',
  source: own,
  measure: count('days', 0, 730),
  value: 90,
});

/** Days after a rejection within which it can be appealed against, once. */
export const appealDays = rule({
  key: 'application.appealDays',
  title: '未通过后多久之内可以申诉',
  source: own,
  measure: count('days', 5, 180),
  value: 30,
});

/** Working days within which the office writes to the applicant why a meeting rejected them. */
export const explanationWorkingDays = rule({
  key: 'application.explanationWorkingDays',
  title: '未通过后多久之内告知原因',
  source: own,
  measure: count('workingDays', 1, 30),
  value: 5,
});

/** Working days within which an appeal is decided. */
export const appealWorkingDays = rule({
  key: 'application.appealWorkingDays',
  title: '申诉多久之内答复',
  source: own,
  measure: count('workingDays', 1, 60),
  value: 15,
});

/** Days for which a look-up of a unit in the public lists counts when it is recommended. */
export const complianceDays = rule({
  key: 'compliance.days',
  title: '单位合规核查结果多久有效',
  source: own,
  measure: count('days', 1, 365),
  value: 90,
});

/** Days after a look-up at which a unit member is looked up again, or before its assessment ends. */
export const recheckDays = rule({
  key: 'compliance.recheckDays',
  title: '单位会员多久复查一次合规情况',
  source: own,
  measure: count('days', 30, 730),
  value: 365,
});

/** Days before a look-up ends at which the new one is due. */
export const recheckLeadDays = rule({
  key: 'compliance.recheckLeadDays',
  title: '合规复查提前多久办',
  source: own,
  measure: count('days', 0, 90),
  value: 30,
});
/** What is needed, and room for whatever else a unit wants to show. */
const papers = (...kinds: readonly string[]) => [
  ...kinds.map((kind) => ({ kind, required: true })),
  { kind: 'other', required: false },
];

/** What a unit attaches, by category. */
export const unitAttachments = rule({
  key: 'application.unitAttachments',
  title: '单位申请要交的材料',
  source: own,
  measure: attachmentLists,
  value: {
    government: papers('stampedForm', 'officialLetter'),
    institution: papers('stampedForm', 'licence'),
    enterprise: papers('stampedForm', 'licence'),
    // The certificate is asked for where a grade is claimed.
    socialOrganisation: [
      { kind: 'stampedForm', required: true },
      { kind: 'licence', required: true },
      { kind: 'assessmentCertificate', required: false },
      { kind: 'other', required: false },
    ],
  },
});

const conditions = (category: string, title: string, value: readonly string[]) =>
  rule({ key: `application.conditions.${category}`, title: `${title}入会的条件`, source: own, measure: texts(8, 60), value });

/** What a unit of a category must fulfil besides 有意愿、有能力、有影响: shown before it applies, and to the reviewer. */
export const unitConditions = {
  government: conditions('government', '机关', [
    '支持慈善事业，职责与慈善工作相关',
    '经本单位研究同意，有公函',
    '有专人负责联系',
  ]),
  institution: conditions('institution', '事业单位', [
    '依法登记，法人证书在有效期内',
    '按时公示年度报告，没有列入异常名录',
    '经本单位研究同意，有专人负责联系',
  ]),
  enterprise: conditions('enterprise', '企业', [
    '依法登记，正常经营',
    '没有列入经营异常名录和严重违法失信名单',
    '参与过捐赠、志愿服务等慈善活动，或有明确的计划',
  ]),
  socialOrganisation: conditions('socialOrganisation', '社会组织', [
    '依法登记，登记证书在有效期内',
    '最近一次年检合格或基本合格',
    '没有列入活动异常名录和严重违法失信名单',
    '参加过评估的，评估等级在有效期内',
  ]),
} as const;

/** Days within which a member reports changed data. */
export const reportChangesDays = rule({
  key: 'member.reportChangesDays',
  title: '资料变动多久之内报告',
  source: peers,
  measure: count('days', 1, 365),
  value: 30,
});

/** Months after which a member is asked again whether the data still hold. */
export const confirmationMonths = rule({
  key: 'member.confirmationMonths',
  title: '多久请会员确认一次信息',
  source: founding,
  measure: count('months', 6, 36),
  value: 12,
});

/** Days before the end of its time that the owner of a draft is told. */
export const draftWarningDays = rule({
  key: 'draft.warningDays',
  title: '草稿删除前多久提醒',
  source: own,
  measure: count('days', 1, 30),
  value: 7,
});

/** Months that the personal content of a rejected or withdrawn application is kept. */
export const endedApplicationMonths = rule({
  key: 'application.endedRetentionMonths',
  title: '未入会申请的个人资料保存多久',
  source: own,
  measure: count('months', 1, 60),
  value: 12,
});

/** Days that an uploaded file waits for being handed in. */
export const unusedUploadDays = rule({
  key: 'upload.unusedDays',
  title: '传上来没有用的文件保留多久',
  source: own,
  measure: count('days', 1, 30),
  value: 7,
});

/** Months that notes of refused calls, of messages sent and of used acceptances are kept. */
export const technicalMonths = rule({
  key: 'record.technicalMonths',
  title: '操作和消息的技术记录保存多久',
  source: '个人信息保护法 第19条',
  measure: count('months', 6, 36),
  value: 6,
});

/** Months without activity after which a member may be deemed to have resigned: after a recorded reminder, by a meeting. */
export const deemedResignationMonths = rule({
  key: 'member.deemedResignationMonths',
  title: '多久不参加活动可视为退会',
  source: charter,
  measure: count('months', 6, 60),
  value: 12,
});

/** Days that a member has to answer a reminder before anybody proposes to deem them resigned. */
export const deemedReminderDays = rule({
  key: 'member.deemedReminderDays',
  title: '提醒后多久没有回应可提出视为退会',
  source: own,
  measure: count('days', 7, 180),
  value: 30,
});

/** Months after an expulsion from which a meeting may reinstate. */
export const reinstatementMonths = rule({
  key: 'member.reinstatementMonths',
  title: '除名满多久可以恢复会籍',
  source: own,
  measure: count('months', 0, 60),
  value: 12,
});

/** Bodies that may decide about suspension, expulsion, deemed resignation and reinstatement. */
export const measureDeciders = rule({
  key: 'member.measureDeciders',
  title: '哪些会议可以决定会籍处理',
  source: own,
  measure: choicesOf(bodies),
  value: ['presidentsOffice', 'standingCouncil', 'council'],
});

/** Form of member numbers, for those given from its first day on. */
export const memberNumberFormat = rule({
  key: 'member.numberFormat',
  title: '会员编号的写法',
  source: own,
  measure: numberFormat,
  value: { prefix: organisation.numberPrefix, individual: 'G', unit: 'D', digits: 5 },
});

/** Months that a certificate holds; null: as long as the membership. */
export const certificateValidityMonths = rule({
  key: 'certificate.validityMonths',
  title: '会员证书的有效期',
  source: own,
  measure: validity(120),
  value: null,
});

/** Most days that a stand-in can be asked for at once. */
export const delegationDays = rule({
  key: 'staff.delegationDays',
  title: '一次代班最长多久',
  source: own,
  measure: count('days', 1, 180),
  value: 60,
});

/** Whether members pay dues: the founding document does not mention any. */
export const dues = rule({ key: 'member.dues', title: '是否收取会费', source: founding, measure: onOff, value: false });
