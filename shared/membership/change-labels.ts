import type { ChangeState } from './change-lifecycle';

type Facts = Readonly<Record<string, string>>;

export const changeStateLabels: Readonly<Record<ChangeState, string>> = {
  open: '待核对',
  approved: '已更正',
  rejected: '未通过',
  withdrawn: '已撤回',
  applied: '已更新',
};

export const changeKindLabels: Readonly<Record<string, string>> = {
  details: '信息变更',
  representative: '变更单位代表',
  confirmation: '年度信息确认',
};

/** Lines of the workbench about changes; `record` is the member. */
export const changeDueKinds = {
  decideChange: { label: '会员信息变更', about: 'member' },
} as const;

export const changeInboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> = {
  changeRequested: ({ reference }) => ({
    title: '变更已提交',
    text: `变更 ${reference} 正由会员联络部核对，核对前原来的信息不变。`,
  }),
  changeApproved: ({ reference }) => ({ title: '信息已变更', text: `变更 ${reference} 已核对通过，新的信息已经生效。` }),
  changeRejected: ({ reference }) => ({ title: '变更未通过', text: `变更 ${reference} 没有通过，打开可查看原因。` }),
  representativeLeft: () => ({ title: '单位代表已变更', text: '单位换了代表，您不再代表该单位办理事项。' }),
  representativeTaken: () => ({ title: '您已是单位代表', text: '从现在起，您可以代表该单位办理会员事项。' }),
  confirmationAsked: () => ({
    title: '请确认您的会员信息',
    text: '每年一次：请看一看登记的信息，没有变动点一下即可，有变动请更正。',
  }),
  draftExpiring: ({ reference, until }) => ({
    title: '申请草稿将被删除',
    text: `申请 ${reference} 很久没有填写了，${until} 以后将按规定删除；打开保存一次即可保留。`,
  }),
};

/** What a member may do, for the table on their page; rights that no page offers yet are left out. */
export const rightLabels: Readonly<Record<string, string>> = {
  certificateInForce: '出示有效的会员证书',
  recommend: '推荐他人入会',
  invite: '发出入会邀请码',
  signUp: '报名活动和培训',
  submitStory: '投稿',
  submitRequest: '提出诉求',
  readMinutes: '阅读会议纪要',
  changeDetails: '更正会员信息',
};
