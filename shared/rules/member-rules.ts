import { bodies } from '../governance/lifecycle';
import { reminderChannels } from '../membership/standing';
import { organisation } from '../organisation';
import { choicesOf, count, numberFormat, validity } from './measures';
import { rule } from './rule';
import { charter, founding, own, peers } from './sources';

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

/** Ways of reminding that leave a paper or a screen: without a file of it they do not count as evidence. */
export const reminderFiles = rule({
  key: 'member.reminderFiles',
  title: '哪些提醒方式要附凭据的照片或 PDF',
  source: own,
  measure: choicesOf(reminderChannels),
  value: ['letter', 'wechat'],
});

/** Days after which the data of a member who resigned and asked for it are erased; number, standing and dates stay. */
export const leftErasureDays = rule({
  key: 'member.leftErasureDays',
  title: '退会时要求删除的资料几天后删除',
  source: own,
  measure: count('days', 0, 180),
  value: 30,
});

/** Months after which the data of a member who resigned and left them are erased all the same. */
export const leftRetentionMonths = rule({
  key: 'member.leftRetentionMonths',
  title: '退会会员的资料保存多久',
  source: own,
  measure: count('months', 12, 240),
  value: 60,
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
