/**
 * The one table of texts that people agree to. A changed text gets a new version; what was agreed to keeps the version it had.
 * `withdrawable`: may be taken back alone (个人信息保护法 第15条); the commitment is taken back by resigning.
 */
export const consents = {
  processing: {
    version: 1,
    withdrawable: true,
    title: '个人信息处理说明',
    text: '为办理入会申请，我们收集您填写的身份、联系、工作信息和照片，只供会员联络部、审查人和会议使用；入会后保存至退会，未入会的在办结一年后删除。您可以随时查看、更正、复制或撤回。',
  },
  sensitive: {
    version: 1,
    withdrawable: true,
    title: '敏感信息单独同意',
    text: '证件号码只用来确认您本人、避免重复入会。它加密保存，工作人员默认只看到首尾各一位；查看全部要写明理由，并留下您能看到的记录。',
  },
  commitment: {
    version: 1,
    withdrawable: false,
    title: '入会承诺',
    text: '本人自愿申请加入，认同章程，愿意遵守会员管理规定，积极参加慈善活动，所填内容真实。',
  },
  unitProcessing: {
    version: 1,
    withdrawable: true,
    title: '信息处理说明',
    text: '为办理入会申请，我们收集单位信息、证明材料，以及联系人和单位代表的姓名、职务、手机，只供会员联络部、审查人和会议使用；入会后保存至退会，未入会的在办结一年后删除。我已告知所填的联系人和单位代表。',
  },
  unitCommitment: {
    version: 1,
    withdrawable: false,
    title: '单位入会承诺',
    text: '本单位自愿申请加入，认同章程，愿意遵守会员管理规定，积极参加慈善活动，所填内容和所交材料真实；我已得到单位授权办理。',
  },
} as const;

export type ConsentKey = keyof typeof consents;
export const consentKeys = Object.keys(consents) as readonly ConsentKey[];

/** Texts that a submission needs agreement to, by kind of member. */
const required = {
  individual: ['processing', 'sensitive', 'commitment'],
  unit: ['unitProcessing', 'unitCommitment'],
} as const satisfies Readonly<Record<string, readonly ConsentKey[]>>;

/** What is to be agreed to, in the versions that are shown now. */
export const requiredConsents = (
  kind: keyof typeof required,
): readonly { readonly key: ConsentKey; readonly version: number }[] =>
  required[kind].map((key) => ({ key, version: consents[key].version }));
