import type { AttachmentKind, UnitCategory } from './categories';

/** Chinese for what units are asked. */
export const unitCategoryLabels: Readonly<Record<UnitCategory, { readonly title: string; readonly hint: string }>> = {
  government: { title: '机关', hint: '党政机关、群团组织' },
  institution: { title: '事业单位', hint: '学校、医院、文化和福利机构等' },
  enterprise: { title: '企业', hint: '国有、民营、外资企业等' },
  socialOrganisation: { title: '社会组织', hint: '社会团体、基金会、社会服务机构' },
};

export const subCategoryLabels: Readonly<Record<string, string>> = {
  partyOrgan: '党的机关',
  stateOrgan: '国家机关',
  massOrganisation: '群团组织',
  education: '教育',
  health: '医疗卫生',
  culture: '文化体育',
  welfare: '社会福利',
  otherInstitution: '其他事业单位',
  stateOwned: '国有企业',
  private: '民营企业',
  foreignFunded: '外资、合资企业',
  otherEnterprise: '其他企业',
  association: '社会团体',
  foundation: '基金会',
  socialService: '社会服务机构',
};

export const unitSizeLabels: Readonly<Record<string, string>> = {
  upTo20: '20 人以下',
  upTo100: '21 至 100 人',
  upTo300: '101 至 300 人',
  upTo1000: '301 至 1000 人',
  over1000: '1000 人以上',
};

export const assessmentGradeLabels: Readonly<Record<string, string>> = {
  none: '没有参加评估',
  '1A': '1A',
  '2A': '2A',
  '3A': '3A',
  '4A': '4A',
  '5A': '5A',
};

export const inspectionResultLabels: Readonly<Record<string, string>> = {
  qualified: '年检合格',
  basicallyQualified: '年检基本合格',
  unqualified: '年检不合格',
  reported: '已公示年度报告',
  notReported: '还没有公示年度报告',
  tooNew: '新成立，还不到时候',
};

/** What a paper is called; the registration paper has a name of its own in each category. */
export const attachmentLabels: Readonly<Record<AttachmentKind, string>> = {
  stampedForm: '盖章的入会申请表',
  licence: '登记证书',
  officialLetter: '单位公函',
  assessmentCertificate: '评估等级证书',
  other: '其他材料',
};

const licenceLabels: Readonly<Partial<Record<string, string>>> = {
  institution: '事业单位法人证书',
  enterprise: '营业执照',
  socialOrganisation: '社会组织登记证书',
};

/** The name of a paper for a unit of a category. */
export const attachmentLabel = (kind: string, category: string | undefined): string =>
  (kind === 'licence' && category !== undefined && licenceLabels[category]) || (attachmentLabels[kind as AttachmentKind] ?? kind);

/** Notes to the reviewer about an application, by code. Nothing is blocked by them. */
export const reviewNoteTexts: Readonly<Record<string, string>> = {
  government:
    '这是机关单位。《社会团体登记管理条例》第二条所说的社会团体成员，是国家机关以外的组织；苏慈发〔2024〕5号把机关列为单位会员。请审查时一并考虑。',
};

export const unitSectionLabels: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  unit: { title: '单位信息', hint: '名称、统一社会信用代码、类别' },
  address: { title: '单位地址', hint: '所在城市、办公地址' },
  people: { title: '联系人和单位代表', hint: '姓名、职务、手机' },
  profile: { title: '单位情况', hint: '简介、慈善经历' },
  attachments: { title: '证明材料', hint: '登记证书、盖章的申请表' },
};

/** `section.field` → what it is called on the form of a unit. */
export const unitFieldLabels: Readonly<Record<string, string>> = {
  'unit.category': '单位类别',
  'unit.subCategory': '具体类型',
  'unit.name': '单位名称',
  'unit.code': '统一社会信用代码',
  'unit.legalRepresentative': '法定代表人（负责人）',
  'unit.foundedOn': '成立日期',
  'unit.size': '人员规模',
  'unit.supervisingBody': '业务主管单位',
  'address.city': '所在城市',
  'address.address': '办公地址',
  'people.contactName': '联系人姓名',
  'people.contactPost': '联系人职务',
  'people.contactMobile': '联系人手机',
  'people.representativeName': '单位代表姓名',
  'people.representativePost': '单位代表职务',
  'people.representativeMobile': '单位代表手机',
  'profile.introduction': '单位简介',
  'profile.fields': '关注的慈善领域',
  'profile.charityRecord': '做过的慈善工作',
  'profile.assessmentGrade': '社会组织评估等级',
  'profile.gradeUntil': '评估等级有效期至',
  'profile.inspectionYear': '最近一次年检（年报）的年度',
  'profile.inspectionResult': '年检（年报）结果',
  'attachments.stampedForm': attachmentLabels.stampedForm,
  'attachments.licence': '登记证书或营业执照',
  'attachments.officialLetter': attachmentLabels.officialLetter,
  'attachments.assessmentCertificate': attachmentLabels.assessmentCertificate,
  'attachments.other': attachmentLabels.other,
};

export const unitFieldErrorTexts: Readonly<Record<string, string>> = {
  'uscc.format': '统一社会信用代码应是 18 位数字和大写字母，没有 I、O、S、V、Z',
  'uscc.checkDigit': '第 18 位校验不符，请对照营业执照或登记证书逐位核对',
  'uscc.taken': '这个单位已有在办的申请或会籍；如不是您单位办理，请联系会员联络部',
  'subCategory.otherCategory': '这个类型不属于所选的单位类别，请重新选择',
  'year.format': '年度是四位数字，如 2025',
  'file.required': '还没有上传',
  'file.twice': '这个文件已经传过了',
  'files.tooMany': '一种材料最多 6 个文件，请合并成 PDF',
};

/** Field path → label of each code, where a unit's answer is one out of a list. */
export const unitAnswerLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'unit.category': Object.fromEntries(Object.entries(unitCategoryLabels).map(([category, { title }]) => [category, title])),
  'unit.subCategory': subCategoryLabels,
  'unit.size': unitSizeLabels,
  'profile.assessmentGrade': assessmentGradeLabels,
  'profile.inspectionResult': inspectionResultLabels,
};
