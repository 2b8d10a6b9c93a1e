import type { MeasureKind, MeasureState } from './standing';

/** Chinese for the codes of standing and measures. */

export const measureKindLabels: Readonly<Record<MeasureKind, string>> = {
  suspend: '暂停会籍',
  expel: '除名',
  deemResigned: '视为退会',
  reinstate: '恢复会籍',
};

export const measureStateLabels: Readonly<Record<MeasureState, string>> = {
  proposed: '等待列入议题',
  onAgenda: '已列入议题',
  decided: '会议已表决',
  withdrawn: '已撤回',
  lapsed: '已终止（会员已离会，或已有回应）',
};

export const reminderChannelLabels: Readonly<Record<string, string>> = {
  phone: '电话',
  visit: '上门走访',
  letter: '挂号信',
  wechat: '微信',
};

/** Kinds of workbench lines about standing. */
export const standingDueKinds = {
  scheduleMeasure: { label: '处理措施待列入议题', about: 'member' },
  settleResignation: { label: '退会善后', about: 'member' },
} as const;

type Facts = Readonly<Record<string, string>>;

const measureOf = ({ kind = '' }: Facts) => measureKindLabels[kind as MeasureKind] ?? '会籍处理';

/** What a member, or the representative of a unit, is told about the membership. */
export const standingInboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> = {
  memberWarned: ({ number }) => ({
    title: '会籍预警',
    text: `会员 ${number} 被预警，会员权利不受影响。打开看原因；有不同意见请联系会员联络部。`,
  }),
  memberWarningLifted: ({ number }) => ({ title: '预警已解除', text: `会员 ${number} 恢复正常在籍。` }),
  memberSuspended: ({ number }) => ({
    title: '会籍已暂停',
    text: `会议决定暂停会员 ${number} 的会籍，证书暂时无效。打开看决议；有不同意见可书面向会员联络部提出。`,
  }),
  memberReinstated: ({ number }) => ({ title: '会籍已恢复', text: `会员 ${number} 恢复在籍，证书重新有效。` }),
  memberResigned: ({ number }) => ({ title: '已退会', text: `会员 ${number} 的退会已生效，证书同时失效。感谢您的同行。` }),
  memberDeemedResigned: ({ number }) => ({
    title: '已视为退会',
    text: `会议决定会员 ${number} 视为退会。打开看决议；您可以重新申请入会。`,
  }),
  memberExpelled: ({ number }) => ({
    title: '已除名',
    text: `会议决定对会员 ${number} 除名，证书失效。打开看决议；有不同意见可书面向会员联络部提出。`,
  }),
  memberTransferred: ({ number }) => ({ title: '会员关系已转出', text: `会员 ${number} 的关系已转出，证书同时失效。` }),
  memberReminded: ({ number }) => ({
    title: '请确认是否继续参加',
    text: `会员 ${number} 很久没有参加活动了，请确认会员信息；长期没有回应，可能被提请视为退会。`,
  }),
  certificateReissued: ({ number }) => ({
    title: '证书已补发',
    text: `会员 ${number} 的证书已重新颁发，旧证书上的二维码不再有效。`,
  }),
  certificateRevoked: ({ number }) => ({
    title: '证书已注销',
    text: `会员 ${number} 的证书已注销，会籍不变；需要新证书请联系会员联络部。`,
  }),
  measureProposed: (facts) => ({
    title: `提请会议讨论：${measureOf(facts)}`,
    text: `事项 ${facts.reference} 将由会议决定，决定前会籍不变。打开看理由，可以在会前写下您的说明。`,
  }),
  measureScheduled: (facts) => ({
    title: '已定会议日期',
    text: `${facts.meetingTitle}将于 ${facts.meetingAt} 讨论${measureOf(facts)}，会前可以写下您的说明。`,
  }),
  measureRescheduled: (facts) => ({
    title: '会议日期有变动',
    text: `${facts.meetingTitle}改在 ${facts.meetingAt} 讨论${measureOf(facts)}，会前可以写下您的说明。`,
  }),
  measureDecided: (facts) => ({
    title: `会议已表决：${measureOf(facts)}`,
    text:
      facts.outcome === 'passed'
        ? `事项 ${facts.reference} 获得通过，打开看决议。`
        : `事项 ${facts.reference} 未获通过，会籍不变。`,
  }),
  measureWithdrawn: (facts) => ({ title: '提请已撤回', text: `事项 ${facts.reference}（${measureOf(facts)}）不再提交会议。` }),
};

const basisCodes: Readonly<Record<string, string>> = { register: '入会登记册', notice: '退会通知', evidence: '登记的凭据' };

/** What a move of the standing rests on: a code of ours, or the document that staff named. */
export const basisText = (basis: string): string => (basis.startsWith('resolution:') ? '会议决议' : (basisCodes[basis] ?? basis));

/** Moves that are planned for a day. */
export const plannedMoveLabels: Readonly<Record<string, string>> = {
  warn: '预警生效',
  transferOut: '转出生效',
  endSuspension: '暂停期满，恢复在籍',
};
