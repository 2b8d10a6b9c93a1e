import { attachmentLists, texts } from './measures';
import { rule } from './rule';
import { own } from './sources';

/** What is needed, and room for whatever else a unit wants to show. */
const papers = (...kinds: readonly string[]) => [
  ...kinds.map((kind) => ({ kind, required: true })),
  { kind: 'other', required: false },
];

/** What a unit attaches, by category. */
export const unitAttachments = rule({
  key: 'application.unitAttachments',
  title: '单位申请要交的材料',
  source: own,
  measure: attachmentLists,
  value: {
    government: papers('stampedForm', 'officialLetter'),
    institution: papers('stampedForm', 'licence'),
    enterprise: papers('stampedForm', 'licence'),
    // The certificate is asked for where a grade is claimed.
    socialOrganisation: [
      { kind: 'stampedForm', required: true },
      { kind: 'licence', required: true },
      { kind: 'assessmentCertificate', required: false },
      { kind: 'other', required: false },
    ],
  },
});

const conditions = (category: string, title: string, value: readonly string[]) =>
  rule({ key: `application.conditions.${category}`, title: `${title}入会的条件`, source: own, measure: texts(8, 60), value });

/** What a unit of a category must fulfil besides 有意愿、有能力、有影响: shown before it applies, and to the reviewer. */
export const unitConditions = {
  government: conditions('government', '机关', [
    '支持慈善事业，职责与慈善工作相关',
    '经本单位研究同意，有公函',
    '有专人负责联系',
  ]),
  institution: conditions('institution', '事业单位', [
    '依法登记，法人证书在有效期内',
    '按时公示年度报告，没有列入异常名录',
    '经本单位研究同意，有专人负责联系',
  ]),
  enterprise: conditions('enterprise', '企业', [
    '依法登记，正常经营',
    '没有列入经营异常名录和严重违法失信名单',
    '参与过捐赠、志愿服务等慈善活动，或有明确的计划',
  ]),
  socialOrganisation: conditions('socialOrganisation', '社会组织', [
    '依法登记，登记证书在有效期内',
    '最近一次年检合格或基本合格',
    '没有列入活动异常名录和严重违法失信名单',
    '参加过评估的，评估等级在有效期内',
  ]),
} as const;
