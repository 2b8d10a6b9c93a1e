import { genderLabels, idTypeLabels } from '@shared/labels';
import { type DraftForm, fields, genders, idTypes, type SectionName } from '@shared/membership/form';
import type { TypedSection } from './draft/kept-draft';
import { ends, optionsOf, type Question, type Why } from './question';
import { unitIntros, unitQuestions } from './unit-questions';

/** The questions of each page, in order; the checks are those of `shared/membership/form`. */
const questions: Readonly<Record<TypedSection, readonly Question[]>> = {
  identity: [
    { field: 'name', control: 'text', help: '与证件上的姓名一致，会写在会员证书上', maxLength: 50 },
    { field: 'gender', control: 'chips', options: optionsOf(genders, genderLabels) },
    {
      field: 'birthDate',
      control: 'date',
      why: { title: '为什么要填出生日期', text: `未满 14 周岁要由监护人代办。只有审查人员能看到；${ends}` },
    },
    { field: 'idType', control: 'rows', options: optionsOf(idTypes, idTypeLabels) },
    {
      field: 'idNumber',
      control: 'text',
      keyboard: 'idcard',
      maxLength: 30,
      help: '居民身份证 18 位，最后一位可以是 X',
      why: {
        title: '为什么要填证件号码',
        text: `用来确认是您本人，避免重复入会。加密保存，工作人员平时只看到首尾各一位，查看全部要写明理由，您能看到记录；${ends}`,
      },
    },
  ],
  contact: [
    {
      field: 'mobile',
      control: 'text',
      keyboard: 'number',
      maxLength: 11,
      why: { title: '为什么要填手机号码', text: `材料有疑问时联系您。只有经办的工作人员能看到；${ends}` },
    },
    { field: 'city', control: 'city', help: '您常住或工作的设区市，活动和联系人按这个安排' },
    {
      field: 'address',
      control: 'text',
      help: '写到街道或小区，方便寄送资料',
      maxLength: 100,
      why: { title: '为什么要填联系地址', text: `只用来寄送会员资料。只有经办的工作人员能看到；${ends}` },
    },
  ],
  work: [
    { field: 'employer', control: 'text', help: '退休的写退休前的单位，没有单位的写“无”', maxLength: 60 },
    { field: 'post', control: 'text', help: '没有职务的写“无”', maxLength: 40 },
    {
      field: 'politicalAffiliation',
      control: 'text',
      optional: true,
      maxLength: 30,
      why: { title: '为什么会问政治面貌', text: `只用于统计会员构成，不影响审查，不填也可以。只有审查人员能看到；${ends}` },
    },
    { field: 'fields', control: 'many', help: '可以多选', options: optionsOf(fields, {}) },
  ],
  purpose: [
    { field: 'purpose', control: 'area', help: '为什么想加入，几句话就好', maxLength: 500 },
    { field: 'plan', control: 'area', help: '入会后打算参加或发起什么', maxLength: 500 },
    {
      field: 'recommender',
      control: 'text',
      optional: true,
      help: '有会员推荐您的，请填他的会员编号（如 JSCF-G-2026-00001-8）或 8 位邀请码',
      maxLength: 40,
    },
  ],
  ...unitQuestions,
};

/** The questions of a page that are asked, given the other answers, with the options there are. */
export const questionsOf = (section: TypedSection, form: DraftForm): readonly Question[] =>
  questions[section]
    .filter(({ asked }) => !asked || asked(form))
    .map((question) => (question.optionsFor ? { ...question, options: question.optionsFor(form) } : question));

/** What stands under the headline of each page. */
export const sectionIntros: Readonly<Record<SectionName, string>> = {
  identity: '请对照证件填写。',
  contact: '只用来联系您，不会公开。',
  work: '让我们知道您在做什么、关心什么。',
  purpose: '不用写得很正式，说心里话就好。',
  photo: '半年内的正面免冠照，会印在会员证书上。',
  ...unitIntros,
};

/** What the photograph is for. */
export const photoWhy: Why = {
  title: '为什么要交照片',
  text: `印在您的会员证书上，让人确认证书是您本人的；公开查验页不显示照片。只有审查人员能看到；${ends}`,
};
