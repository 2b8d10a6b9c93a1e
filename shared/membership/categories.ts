/** Units by category 机关/事业单位/企业/社会组织 (苏慈发〔2024〕5号, 二), and what follows from the category. */
export const unitCategories = ['government', 'institution', 'enterprise', 'socialOrganisation'] as const;
export type UnitCategory = (typeof unitCategories)[number];

/** Kinds within a category; every code belongs to one category only. */
export const subCategories = {
  government: ['partyOrgan', 'stateOrgan', 'massOrganisation'],
  institution: ['education', 'health', 'culture', 'welfare', 'otherInstitution'],
  enterprise: ['stateOwned', 'private', 'foreignFunded', 'otherEnterprise'],
  socialOrganisation: ['association', 'foundation', 'socialService'],
} as const satisfies Readonly<Record<UnitCategory, readonly [string, ...string[]]>>;

type SubCategory = (typeof subCategories)[UnitCategory][number];
export const allSubCategories = Object.values(subCategories).flat() as readonly SubCategory[] as readonly [
  SubCategory,
  ...SubCategory[],
];

/** People who work there. */
export const unitSizes = ['upTo20', 'upTo100', 'upTo300', 'upTo1000', 'over1000'] as const;

/** 社会组织评估等级; `none` was not assessed. */
export const assessmentGrades = ['none', '1A', '2A', '3A', '4A', '5A'] as const;

/** How the latest yearly inspection 年检 or yearly report 年报 ended. */
export const inspectionResults = {
  government: [],
  institution: ['reported', 'notReported', 'tooNew'],
  enterprise: ['reported', 'notReported', 'tooNew'],
  socialOrganisation: ['qualified', 'basicallyQualified', 'unqualified', 'tooNew'],
} as const satisfies Readonly<Record<UnitCategory, readonly string[]>>;

export const allInspectionResults = [
  'qualified',
  'basicallyQualified',
  'unqualified',
  'reported',
  'notReported',
  'tooNew',
] as const;

/** Papers that a unit may attach; which of them a category needs is a rule record (`unitAttachments`). */
export const attachmentKinds = ['stampedForm', 'licence', 'officialLetter', 'assessmentCertificate', 'other'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Files of one paper: its pages photographed one by one. */
export const filesPerPaper = 6;

const known: readonly string[] = unitCategories;
export const isUnitCategory = (text: unknown): text is UnitCategory => typeof text === 'string' && known.includes(text);
