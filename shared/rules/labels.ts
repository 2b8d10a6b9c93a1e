import type { RuleGroup } from './groups';

/** Chinese for the rule centre, and for stand-ins. */

export const ruleGroupLabels: Readonly<Record<RuleGroup, string>> = {
  entry: '入会',
  meeting: '会议',
  member: '会籍',
  registration: '报名与候补',
  staff: '工作人员',
  calendar: '日历',
  templates: '常用语',
};

export const proposalStateLabels: Readonly<Record<string, string>> = {
  open: '待审批',
  approved: '已批准',
  rejected: '未批准',
  withdrawn: '已撤回',
};

export const ruleDueKinds = { approveRule: { label: '审批规则修改' } } as const;

type Facts = Readonly<Record<string, string>>;

export const ruleInboxTexts = {
  ruleApproved: (facts: Facts) => ({ title: '规则修改已批准', text: `“${facts.rule}”的修改自 ${facts.effectiveFrom} 起施行。` }),
  ruleRejected: (facts: Facts) => ({ title: '规则修改未批准', text: `“${facts.rule}”的修改没有批准，打开可查看理由。` }),
  delegationReceived: (facts: Facts) => ({
    title: '请您代班',
    text: `同事请您从 ${facts.beginsAt} 到 ${facts.endsAt} 代为办理工作，到期自动结束。`,
  }),
  delegationEnded: () => ({ title: '代班已提前结束', text: '您和同事之间的代班已经结束，打开可查看。' }),
} as const;

export const ruleErrorTexts: Readonly<Record<string, string>> = {
  'number.tooSmall': '数字太小了，请改大一些',
  'number.tooLarge': '数字太大了，请改小一些',
  'share.beyondWhole': '比例不能超过全部，请把分子改小',
  'list.tooLong': '列得太多了，请删去几项',
  'list.order': '请按先后顺序排列，不要重复',
  'letters.format': '请用 1 到 8 个大写英文字母',
  'date.notWeekend': '调休上班日应是周六或周日',
  'date.otherYear': '日期应都在这一年之内',
  'date.tooSoon': '生效日期最早是明天，并要留出审批的时间',
  'date.tooFar': '日期太远了，请选近一些的日期',
  'date.beforeLatest': '生效日期不能早于已批准的最新一版',
  'value.unchanged': '与最新一版相同，没有改动',
  'date.overlaps': '这段时间已请了别人代班，请换一段时间或先结束那一次',
  'date.endBeforeBegin': '结束时间应晚于开始时间，也应晚于现在',
  'date.tooLong': '代班时间太长了，请缩短；更久的请由管理员调整角色',
  'standIn.self': '不能请自己代班',
  'standIn.notStaff': '对方还不是工作人员，请先由管理员授予角色',
  'standIn.tooMany': '对方已经在替几位同事代班，请另请一位',
};
