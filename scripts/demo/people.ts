import type { Person } from '../../emulator';
import type { Role } from '../../shared/access/roles';

/** Somebody to sign in as; the account is made by the first thing they do. */
export interface StaffMember extends Person {
  readonly grants: readonly { readonly role: Role; readonly city?: string }[];
}

const staff = (openid: string, name: string, note: string, ...grants: StaffMember['grants']): StaffMember => ({
  openid,
  name,
  note,
  grants,
});

export const administrator = staff('demo-administrator', '管文简', '管理员：授予和收回角色', { role: 'administrator' });
export const officer = staff('demo-officer', '联若舟', '联络员：受理、退回、初审', { role: 'liaisonOfficer' });
export const second = staff('demo-second', '复青禾', '复审人：复审、退回初审', { role: 'secondReviewer' });
export const secretary = staff('demo-secretary', '秘书言', '会议秘书：排议题、记出席、宣布结果', { role: 'meetingSecretary' });
export const cityOfficer = staff('demo-city', '苏知行', '苏州市慈善总会工作人员：只看苏州市', {
  role: 'cityOfficer',
  city: '320500',
});
export const auditor = staff('demo-auditor', '审明达', '审计人员：看角色与审计记录', { role: 'auditor' });
/** Four eyes: what one administrator proposes, the other approves. */
export const secondAdministrator = staff('demo-administrator-2', '管知微', '管理员：与另一位管理员互相审批规则修改', {
  role: 'administrator',
});
/** One person in several capacities: member, representative of two units, officer. */
export const many = staff('demo-many', '柳多能', '个人会员、两家单位的代表、联络员：可切换身份', { role: 'liaisonOfficer' });

/** Decides appeals: whoever reviewed an application may not. */
export const third = staff('demo-third', '复知秋', '复审人：没有参与前面的审查，答复申诉', { role: 'secondReviewer' });

/** Holders of the seats of the president's office, in the order of the seats. */
export const seats: readonly StaffMember[] = [
  staff('demo-president', '会长青', '会长：会议表决', { role: 'president' }),
  ...['副晓风', '副云开', '副见山', '副闻溪', '副望舒', '副南乔', '副北辰'].map((name, index) =>
    staff(`demo-seat-${index + 2}`, name, '副会长：会议表决', { role: 'president' }),
  ),
  staff('demo-seat-9', '秘长庚', '秘书长：会议表决', { role: 'president' }),
];

export const everyStaff: readonly StaffMember[] = [
  officer,
  second,
  third,
  secretary,
  cityOfficer,
  auditor,
  secondAdministrator,
  many,
  ...seats,
];

/** The contact person of a company that applies. */
export const unitApplicant: Person = { openid: 'demo-unit', name: '联系安', note: '单位申请的联系人：审查中，工作人员正在核查' };

/** Applicants one can sign in as; what they wrote stands in `applicants.ts`. */
export const signInApplicants: readonly Person[] = [
  { openid: 'demo-visitor', name: '（访客）', note: '第一次打开，还没有申请' },
  { openid: 'demo-applicant-1', name: '安初晴', note: '申请人：填写到一半' },
  { openid: 'demo-applicant-4', name: '程归帆', note: '申请人：已提交，等待受理' },
  { openid: 'demo-applicant-8', name: '方也白', note: '申请人：退回补正' },
  { openid: 'demo-applicant-14', name: '季雨墨', note: '申请人：等待会议讨论' },
  { openid: 'demo-applicant-16', name: '康小满', note: '申请人：已列入下次会议' },
  { openid: 'demo-applicant-19', name: '林知夏', note: '个人会员：有会员编号和证书' },
  { openid: 'demo-claimant', name: '任示二', note: '在册会员：已登记找回，等工作人员核对' },
  { openid: 'demo-new-phone', name: '柳多能（新微信号）', note: '会员换了微信号：等工作人员核对' },
  { openid: 'demo-applicant-24', name: '潘未央', note: '申请人：会议未通过' },
  { openid: 'demo-applicant-25', name: '秦晚舟', note: '申请人：会议未通过，已申诉' },
  unitApplicant,
];
