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
  lapsed: '已终止（会员已离会）',
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
