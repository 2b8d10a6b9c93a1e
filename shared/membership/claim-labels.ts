import type { ClaimState } from './claim';

/** Words around claims, invitations and what an officer enters for somebody. */

/** What the claimant is told; the same whether a record fits or not. */
export const claimStateTexts: Readonly<Record<ClaimState, { readonly title: string; readonly text: string }>> = {
  open: { title: '已收到，工作人员核对后告诉您', text: '核对时可能会打电话或请您到场出示证件，请留意电话和消息。' },
  confirmed: { title: '已经核对，会籍已登记到您的微信', text: '现在可以查看会员证书和您的会籍。' },
  rejected: {
    title: '这次没有核对上',
    text: '请携带证件到会员联络部办理，或打电话询问。也可以核对姓名和号码后再登记一次。',
  },
};

export const claimStateLabels: Readonly<Record<ClaimState, string>> = { open: '核对中', confirmed: '已确认', rejected: '未确认' };

export const verificationLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  inPerson: { title: '当面核对证件', hint: '本人到场，证件与登记一致' },
  callBack: { title: '回拨登记的手机', hint: '打登记在册的号码，不是对方提供的号码' },
};

export const invitationStateLabels: Readonly<Record<string, string>> = {
  live: '可以使用',
  usedUp: '已用完',
  expired: '已过期或停用',
};

export const guardianRelationLabels: Readonly<Record<string, string>> = { father: '父亲', mother: '母亲', other: '其他监护人' };

export const paperLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  application: { title: '本人签字的申请和同意书', hint: '申请表、个人信息处理说明、敏感信息单独同意、入会承诺，均已签字' },
  guardian: { title: '监护人签字的同意书', hint: '未满 14 周岁必须有' },
};

/** What a unit signs at the desk; the stamped form itself is one of its papers. */
export const unitPaperLabel = {
  title: '单位签字盖章的同意书',
  hint: '信息处理说明、单位入会承诺，由来办的人签字并盖公章',
} as const;

export const claimFieldLabels: Readonly<Record<string, string>> = {
  lastFour: '号码后四位',
  'guardian.name': '监护人姓名',
  'guardian.relation': '与申请人的关系',
  'guardian.mobile': '监护人手机',
  'papers.application': '签字的申请和同意书',
  'papers.guardian': '监护人同意书',
};

export const claimFieldErrors: Readonly<Record<string, string>> = {
  'lastFour.format': '请填号码的最后四位，数字或字母',
  'guardian.notNeeded': '申请人已满 14 周岁，由本人签字，不用填监护人',
  'paper.missing': '请先上传签字纸件的照片',
  'city.outOfReach': '申请人不在您所辖的城市，请由所在城市或省总会代办',
  'invitation.unknown': '没有找到这个邀请码，请向推荐人核对；也可以不填',
  'invitation.expired': '这个邀请码已过期或停用，请推荐人重新发一个；也可以不填',
  'invitation.usedUp': '这个邀请码已用完，请推荐人重新发一个；也可以不填',
  'recommender.format': '请填会员编号（如 JSCF-G-2026-00001-8）或 8 位邀请码',
};

type Facts = Readonly<Record<string, string>>;

export const claimInboxTexts: Readonly<Record<string, (facts: Facts) => { readonly title: string; readonly text: string }>> = {
  claimReceived: (facts) => ({ title: '登记已收到', text: `编号 ${facts.reference}。已收到，工作人员核对后告诉您。` }),
  claimConfirmed: () => ({ title: '会籍已登记到您的微信', text: '工作人员已经核对。现在可以查看会员证书和您的会籍。' }),
  claimRejected: (facts) => ({
    title: '登记没有核对上',
    text: `编号 ${facts.reference}。请携带证件到会员联络部办理，或打电话询问。`,
  }),
  memberRebound: () => ({
    title: '会籍已转到另一个微信号',
    text: '工作人员核对身份后，您的会籍改由另一个微信号使用，这个微信号不能再查看。如果不是您本人办理，请马上打电话给会员联络部。',
  }),
  recommendeeAdmitted: () => ({ title: '您推荐的人已入会', text: '会议同意吸收您推荐的一位申请人为会员。感谢您的推荐。' }),
};
