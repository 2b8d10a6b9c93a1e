/** Categories of unit members 单位会员; individuals have none. */
export const categoryLabels: Readonly<Record<string, string>> = {
  government: '机关',
  institution: '事业单位',
  enterprise: '企业',
  socialOrganisation: '社会组织',
};
