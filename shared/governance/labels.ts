import type { ItemKind, MeetingMode, MinutesState } from './lifecycle';

export const meetingModeLabels: Readonly<Record<MeetingMode, string>> = {
  onSite: '现场会议',
  remote: '线上会议',
  mixed: '现场加线上',
};
export const itemKindLabels: Readonly<Record<ItemKind, string>> = {
  admission: '入会',
  admissionBatch: '批量入会',
  measure: '会籍事项',
  matter: '其他议题',
};
export const minutesStateLabels: Readonly<Record<MinutesState, string>> = {
  draft: '起草中',
  submitted: '待核对',
  checked: '已核对',
  published: '已发布',
};

/** Code of a field error of meetings → what to do about it. */
export const governanceFieldErrorTexts: Readonly<Record<string, string>> = {
  'term.past': '届次不能早于现在这一届',
  'paper.kind': '会议材料只能是 PDF、JPG 或 PNG 文件',
  'change.nothing': '时间、地点和方式都没有变，不用更改',
  'choice.same': '与原来的表决相同，不用更正',
};

type Facts = Readonly<Record<string, string>>;

/** Inbox entries of meetings. */
export const governanceInboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> =
  {
    meetingNotice: (facts) => ({
      title: '会议通知',
      text: `${facts.meetingTitle}定于 ${facts.meetingAt} 召开，请打开查看议题和材料，并确认收到。`,
    }),
    meetingChanged: (facts) => ({
      title: '会议有变动',
      text: `${facts.meetingTitle}改在 ${facts.meetingAt} 召开，请打开查看，并重新确认收到。`,
    }),
    applicationRescheduled: (facts) => ({
      title: '会议日期有变动',
      text: `${facts.meetingTitle}改在 ${facts.meetingAt} 讨论您的申请，您不用到会。`,
    }),
    minutesPublished: (facts) => ({ title: '会议纪要', text: `${facts.meetingTitle}的纪要已发布，请您阅读。` }),
  };

/** Lines of the workbench about meetings. */
export const governanceDueKinds = {
  draftMinutes: { label: '起草会议纪要' },
  checkMinutes: { label: '核对会议纪要' },
  publishMinutes: { label: '发布会议纪要' },
} as const;
