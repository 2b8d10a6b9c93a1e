/**
 * The one table of errors that leave a function. `text` is shown when nothing more precise is known; `retry` says
 * whether the same call with the same request id may be sent again.
 */
export const errors = {
  'request.invalid': { text: '提交的内容有误，请检查后再试', retry: false },
  'request.tooLarge': { text: '提交的内容太大了，请分几次提交', retry: false },
  'request.conflict': { text: '这次提交与先前的内容不一致，请返回重新填写', retry: false },
  'endpoint.unknown': { text: '当前版本不支持这个操作，请更新小程序', retry: false },
  'auth.required': { text: '请在微信中打开，以便确认您的身份', retry: false },
  'auth.forbidden': { text: '您没有办理这件事的权限', retry: false },
  'auth.conflictOfInterest': { text: '您与此事有关联，按规定应当回避', retry: false },
  'consent.required': { text: '需要您先同意相关说明，才能继续', retry: false },
  notFound: { text: '没有找到，或者您不能查看', retry: false },
  stale: { text: '内容刚刚有变动，请看过最新内容后再办理', retry: false },
  wrongStatus: { text: '现在的状态不能这样办理', retry: false },
  'limit.exceeded': { text: '操作太频繁了，请过一会儿再试', retry: false },
  busy: { text: '现在办理的人较多，请稍后再试', retry: true },
  internal: { text: '系统出了问题，请稍后再试；如再出现，请把编号告诉我们', retry: true },
  unavailable: { text: '服务暂时不可用，您填的内容都在，请稍后再试', retry: true },
  'administrator.last': { text: '至少要保留一位管理员', retry: false },
  'administrator.exists': { text: '已经有管理员了，请由管理员授权', retry: false },
  'administrator.wrongCode': { text: '启用码不对', retry: false },
  'meeting.noQuorum': { text: '出席人数未达法定人数，不能表决', retry: false },
  'vote.incomplete': { text: '还有出席的席位没有表决', retry: false },
  'identity.taken': { text: '这个证件号码已有在办的申请或会籍', retry: false },
  'compliance.veto': { text: '申请单位在严重违法失信名单上，不能通过审查', retry: false },
  'file.refused': { text: '文件不符合要求', retry: false },
} as const;

export type ErrorCode = keyof typeof errors;

/** Tells whether a code from an answer is one of ours; answers may come from a newer release. */
export function isErrorCode(code: string): code is ErrorCode {
  // Not Object.hasOwn: phones before iOS 15.4 lack it.
  return Object.prototype.hasOwnProperty.call(errors, code);
}
