import { bodies } from '../governance/lifecycle';
import { choicesOf, count } from './measures';
import { rule } from './rule';
import { own, peers } from './sources';

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

/** Age from which a person may apply online (个人信息保护法 第31条: below it a guardian decides). */
export const onlineApplicationAge = rule({
  key: 'application.onlineAge',
  title: '几岁起可以在网上申请',
  source: '个人信息保护法 第31条',
  measure: count('years', 14, 18),
  value: 14,
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

/** Days an untouched draft is kept. */
export const draftRetentionDays = rule({
  key: 'draft.retentionDays',
  title: '草稿保留多久',
  source: own,
  measure: count('days', 7, 365),
  value: 90,
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

/** Months that a claim which was turned down is kept, with what was typed for it. */
export const rejectedClaimMonths = rule({
  key: 'claim.rejectedRetentionMonths',
  title: '未核对上的会籍登记保存多久',
  source: own,
  measure: count('months', 1, 60),
  value: 6,
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
