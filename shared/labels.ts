import { governanceDueKinds, governanceFieldErrorTexts, governanceInboxTexts } from './governance/labels';
import type { Body, MeetingState } from './governance/lifecycle';
import type { Choice } from './governance/voting';
import { changeDueKinds, changeInboxTexts } from './membership/change-labels';
import { claimFieldErrors, claimFieldLabels, claimInboxTexts } from './membership/claim-labels';
import type { ApplicationState } from './membership/lifecycle';
import { reviewActionLabels, reviewDueKinds, reviewErrorTexts, reviewInboxTexts } from './membership/review-labels';
import { standingDueKinds, standingInboxTexts } from './membership/standing-labels';
import { unitFieldErrorTexts, unitFieldLabels, unitSectionLabels } from './membership/unit-labels';
import { ruleDueKinds, ruleErrorTexts, ruleInboxTexts } from './rules/labels';

/** Chinese for every code that people see. Codes travel; sentences are made here. */

export const applicationStateLabels: Readonly<Record<ApplicationState, string>> = {
  draft: '填写中',
  submitted: '已提交',
  underReview: '审查中',
  returned: '退回补正',
  awaitingSecondReview: '待复审',
  awaitingMeeting: '等待会议讨论',
  onAgenda: '已列入议题',
  admitted: '已入会',
  rejected: '未通过',
  appealed: '申诉中',
  withdrawn: '已撤回',
};

export const sectionLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  identity: { title: '身份信息', hint: '姓名、证件号码' },
  contact: { title: '联系方式', hint: '手机、所在城市' },
  work: { title: '工作与领域', hint: '单位、职务、关注的慈善领域' },
  purpose: { title: '入会意愿', hint: '为什么加入、打算做什么' },
  photo: { title: '证件照片', hint: '用在会员证书上' },
  ...unitSectionLabels,
};

/** `section.field` → what it is called on the form. */
export const fieldLabels: Readonly<Record<string, string>> = {
  'identity.name': '姓名',
  'identity.gender': '性别',
  'identity.birthDate': '出生日期',
  'identity.idType': '证件类型',
  'identity.idNumber': '证件号码',
  'contact.mobile': '手机号码',
  'contact.city': '所在城市',
  'contact.address': '联系地址',
  'work.employer': '工作单位',
  'work.post': '职务',
  'work.politicalAffiliation': '政治面貌',
  'work.fields': '关注的慈善领域',
  'purpose.purpose': '入会目的',
  'purpose.plan': '打算做的事',
  'purpose.recommender': '推荐人会员编号或邀请码',
  'photo.photo': '证件照片',
  ...unitFieldLabels,
};

/** Code of a field error → what to do about it. `required` is completed with the field's name. */
export const fieldErrorTexts: Readonly<Record<string, string>> = {
  required: '还没有填写',
  invalid: '填写的内容不对，请检查',
  'text.tooLong': '写得太长了，请精简一些',
  'text.invisible': '含有看不见的字符，请删去后重新输入',
  'choice.unknown': '请从列出的选项中选择',
  'choice.tooMany': '选得太多了',
  'mobile.format': '手机号码应是 1 开头的 11 位数字',
  'date.notReal': '没有这一天，请检查年月日',
  'date.future': '日期不能晚于今天',
  'date.past': '日期不能早于今天',
  'date.tooFar': '日期应在一年之内',
  'age.assistedOnly': '未满 14 周岁不能在网上申请，请由监护人联系会员联络部代办',
  'idNumber.format': '居民身份证号码应是 18 位，最后一位可以是 X',
  'idNumber.birthDate': '身份证号码第 7 至 14 位不是真实的出生日期，请对照证件',
  'idNumber.checkDigit': '身份证号码最后一位校验不符，请对照证件逐位核对',
  'idNumber.birthDateDiffers': '身份证号码里的出生日期与所填的不一致',
  'identity.taken': '这个证件号码已有在办的申请或会籍；如不是您本人办理，请联系会员联络部',
  'memberNumber.unknown': '没有找到这个会员编号，请向推荐人核对；也可以不填',
  'file.tooLarge': '文件不能超过 5 MB，请压缩后再传',
  'file.kind': '只能用 JPG 或 PNG 图片',
  'document.kind': '只能用 PDF 文件，或 JPG、PNG 图片',
  'file.missing': '图片没有传上来，请重新选择',
  'file.owner': '这张图片不是您上传的，请重新选择',
  'field.unknown': '没有这一项',
  'staffCode.format': '身份码是 8 位字母和数字',
  'staffCode.unknown': '这个码不对或已过期，请对方重新出示',
  'change.none': '内容没有改动',
  'representative.same': '这个码是现任代表的，请新代表出示',
  'close.confirm': '请输入“注销”两个字',
  'city.required': '请选择所辖城市',
  'city.notForRole': '这个角色不分城市，请不要选择城市',
  'date.outOfRange': '会议时间应在今天起一年之内',
  'choice.twice': '同一席位或同一个人列了两次',
  ...governanceFieldErrorTexts,
  ...reviewErrorTexts,
  ...claimFieldErrors,
  ...ruleErrorTexts,
  ...unitFieldErrorTexts,
};

/** The sentence for a field error, e.g. 手机号码还没有填写. */
export function fieldErrorText(path: string, code: string): string {
  const label = fieldLabels[path] ?? claimFieldLabels[path];
  if (code === 'required' && label) return `${label}还没有填写`;
  if (code === 'file.required' && label) return `${label}还没有上传`;
  return fieldErrorTexts[code] ?? fieldErrorTexts.invalid ?? code;
}

export const genderLabels: Readonly<Record<string, string>> = { female: '女', male: '男' };
export const idTypeLabels: Readonly<Record<string, string>> = {
  residentId: '居民身份证',
  passport: '护照',
  hkMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
};
export const memberKindLabels: Readonly<Record<string, string>> = { individual: '个人会员', unit: '单位会员' };
export const standingLabels: Readonly<Record<string, string>> = {
  active: '在籍',
  warned: '预警',
  suspended: '暂停',
  resigned: '退会',
  deemedResigned: '视为退会',
  expelled: '除名',
  transferred: '转出',
  deceased: '亡故',
};

export const bodyLabels: Readonly<Record<Body, string>> = {
  presidentsOffice: '会长办公会',
  standingCouncil: '常务理事会',
  council: '理事会',
  congress: '会员代表大会',
};
export const meetingStateLabels: Readonly<Record<MeetingState, string>> = {
  planned: '待开会',
  inSession: '正在开会',
  adjourned: '休会',
  closed: '已结束',
  cancelled: '已取消',
};
export const choiceLabels: Readonly<Record<Choice, string>> = {
  approve: '同意',
  against: '反对',
  abstain: '弃权',
  recuse: '回避',
};
export const presenceLabels: Readonly<Record<string, string>> = {
  onSite: '现场',
  remote: '线上',
  excused: '请假',
  left: '已离会',
};
export const outcomeLabels: Readonly<Record<string, string>> = { passed: '通过', notPassed: '未通过' };

export const criterionLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  willing: { title: '有意愿', hint: '认同宗旨，愿意参与' },
  able: { title: '有能力', hint: '有时间、专长或资源' },
  influential: { title: '有影响', hint: '在行业或地方有代表性' },
};
export const judgementLabels: Readonly<Record<string, string>> = { met: '符合', doubtful: '存疑', notMet: '不符' };

/** Who is responsible for a step. */
export const officeLabels: Readonly<Record<string, string>> = {
  applicant: '您本人',
  liaisonOffice: '会员联络部',
  meeting: '会长办公会',
};

export const stepLabels: Readonly<Record<string, string>> = {
  submitted: '提交申请',
  review: '审查',
  meeting: '会议讨论',
  certificate: '颁发证书',
};

/**
 * Lines of the workbench by kind: what they are called, and whose name stands behind it. `record` of the line is then the id of
 * the application or of the member; a line about neither shows its reference.
 */
export const dueKinds: Readonly<Record<string, { readonly label: string; readonly about?: 'application' | 'member' }>> = {
  reviewApplication: { label: '入会审查', about: 'application' },
  secondReview: { label: '入会复审', about: 'application' },
  scheduleApplication: { label: '列入会议议题', about: 'application' },
  runMeeting: { label: '主持会议表决' },
  vote: { label: '参加会议表决' },
  ...changeDueKinds,
  ...standingDueKinds,
  ...reviewDueKinds,
  ...governanceDueKinds,
  confirmClaim: { label: '核对会籍登记' },
  correctAssisted: { label: '代办申请补正', about: 'application' },
  ...ruleDueKinds,
};

/** What happened to a certificate, on the public page. */
export const certificateEventLabels: Readonly<Record<string, string>> = {
  issued: '颁发',
  reissued: '补发',
  revoked: '注销',
  reinstated: '恢复在籍',
  ...standingLabels,
};

/** What an officer or the applicant did, for the history of a record. */
export const applicationActionLabels: Readonly<Record<string, string>> = {
  start: '开始填写',
  submit: '提交',
  resubmit: '补正后交回',
  accept: '受理',
  return: '退回补正',
  recommend: '初审通过',
  endorse: '复审通过',
  sendBack: '退回初审',
  schedule: '列入会议议题',
  unschedule: '移出会议议题',
  hold: '失信名单有记录，暂缓入会',
  admit: '吸收入会',
  reject: '未通过',
  withdraw: '撤回',
  reveal: '查看证件号码',
  ...reviewActionLabels,
};

type Facts = Readonly<Record<string, string>>;

/** Title and text of an inbox entry from its kind and facts; dates come formatted by the caller. */
export const inboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> = {
  applicationSubmitted: (facts) => ({
    title: '申请已提交',
    text: `申请编号 ${facts.reference}，${facts.dueAt ? `会员联络部将在 ${facts.dueAt} 前审查。` : '会员联络部将按期审查。'}`,
  }),
  applicationAccepted: (facts) => ({ title: '申请已受理', text: `申请 ${facts.reference} 正在审查，您现在不用做什么。` }),
  applicationReturned: (facts) => ({
    title: '申请需要补正',
    text: `申请 ${facts.reference} 有几处需要修改，改好交回后位置不变。`,
  }),
  applicationResubmitted: (facts) => ({ title: '补正已交回', text: `申请 ${facts.reference} 回到审查，位置不变。` }),
  applicationRecommended: (facts) => ({ title: '初审通过', text: `申请 ${facts.reference} 正由另一位审查人复审。` }),
  applicationEndorsed: (facts) => ({ title: '审查通过', text: `申请 ${facts.reference} 等待列入会议议题。` }),
  applicationScheduled: (facts) => ({
    title: '已定会议日期',
    text: `${facts.meetingTitle}将于 ${facts.meetingAt} 讨论您的申请，您不用到会。`,
  }),
  applicationUnscheduled: (facts) => ({
    title: '会议有变动',
    text: `申请 ${facts.reference} 改由下一次会议讨论，定下日期马上告诉您。`,
  }),
  applicationAdmitted: (facts) => ({
    title: '欢迎入会',
    text: `会议同意吸收您为会员，会员编号 ${facts.memberNumber}。证书已经颁发。`,
  }),
  applicationRejected: (facts) => ({ title: '申请未通过', text: `申请 ${facts.reference} 未获会议通过，打开可查看原因。` }),
  applicationWithdrawn: (facts) => ({ title: '申请已撤回', text: `申请 ${facts.reference} 已按您的意思撤回。` }),
  ...changeInboxTexts,
  ...standingInboxTexts,
  ...reviewInboxTexts,
  ...governanceInboxTexts,
  ...claimInboxTexts,
  ...ruleInboxTexts,
};
