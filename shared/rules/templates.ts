import { texts } from './measures';
import { rule } from './rule';

const templates = (key: string, title: string, value: readonly string[]) =>
  rule({ key: `templates.${key}`, title, source: '本会默认', measure: texts(12, 200), value });

/** Phrases that staff may begin a reason with, by what the reason is for. Each stays editable and is always read before it goes. */
export const reasonTemplates = {
  return: templates('return', '退回补正的常用说明', [
    '请对照证件核对后重新填写。',
    '写得太简略，请补充具体做法和时间安排。',
    '照片不清楚，请换一张近期正面免冠照。',
  ]),
  sendBack: templates('sendBack', '退回初审的常用理由', [
    '请补充“有能力”一项的依据。',
    '请与申请人核对工作单位和职务。',
    '请补充推荐人的意见。',
  ]),
  reject: templates('reject', '未通过的常用理由（申请人看得到）', [
    '目前提供的材料不足以说明有意愿、有能力、有影响，欢迎补充后再申请。',
    '所从事的领域与本会宗旨的联系还不够清楚，欢迎先参加活动，了解后再申请。',
  ]),
  internalNote: templates('internalNote', '内部备注的常用语（申请人看不到）', ['已电话核实。', '建议先走访再讨论。']),
  meeting: templates('meeting', '会议改期、休会或取消的常用原因', [
    '主持人临时有公务。',
    '到会席位不足，改期召开。',
    '议题材料需要补充。',
  ]),
  minutes: templates('minutes', '退回纪要的常用理由', ['请补充讨论的主要意见。', '请对照会议记录核对人员和时间。']),
  claim: templates('claim', '会籍登记没有核对上的常用原因（对方看不到）', [
    '填写的信息与在册记录不一致。',
    '电话核实不是本人。',
    '多次联系不上对方。',
  ]),
  change: templates('change', '资料变更不予通过的常用原因（会员看得到）', [
    '证明材料看不清，请重新拍照上传。',
    '证明材料与填写的内容不一致。',
  ]),
  reveal: templates('reveal', '查看证件号码的常用理由', ['与申请人核对身份信息。', '制作证书前核对。']),
  warn: templates('warn', '预警的常用理由（会员看得到）', [
    '连续一年没有参加会员活动，也没有确认信息。',
    '登记的联系方式已失效，多次联系不上。',
    '未经同意以本会名义开展活动，已口头提醒。',
  ]),
  liftWarning: templates('liftWarning', '解除预警的常用理由（会员看得到）', ['已恢复参加活动。', '已更新联系方式并确认信息。']),
  remind: templates('remind', '提醒会员的常用内容', ['请您在 30 天内确认会员信息，或告诉我们是否继续参加。']),
  measure: templates('measure', '提请会籍处理的常用理由（会员看得到）', [
    '违反会员管理规定，经提醒仍未改正。',
    '长期不参加活动，提醒后没有回应。',
    '暂停的原因已经消除，申请恢复会籍。',
  ]),
  certificate: templates('certificate', '补发或注销证书的常用理由', [
    '姓名或照片已变更。',
    '证书遗失或损坏。',
    '证书被他人冒用。',
  ]),
  appeal: templates('appeal', '申诉答复的常用理由', [
    '补充的材料说明了先前存疑的情况，提交会议再次讨论。',
    '复核了会议记录和材料，决定依据充分。',
  ]),
} as const;

/** What a reason can be for. */
export type ReasonKind = keyof typeof reasonTemplates;
export const reasonKinds = Object.keys(reasonTemplates) as readonly ReasonKind[];
