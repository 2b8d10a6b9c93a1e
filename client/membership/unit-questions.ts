import {
  assessmentGrades,
  inspectionResults,
  isUnitCategory,
  subCategories,
  unitCategories,
  unitSizes,
} from '@shared/membership/categories';
import { type DraftForm, fields, profileAsked } from '@shared/membership/form';
import {
  assessmentGradeLabels,
  inspectionResultLabels,
  subCategoryLabels,
  unitCategoryLabels,
  unitSizeLabels,
} from '@shared/membership/unit-labels';
import { ends, optionsOf, type Question } from './question';

const mobileWhy = (whose: string) => ({
  title: `为什么要填${whose}手机`,
  text: `材料有疑问、通知会议和活动时联系。只有经办的工作人员能看到；${ends}`,
});

const categoryOf = ({ unit }: DraftForm) => (isUnitCategory(unit?.category) ? unit.category : undefined);
const asks = (field: ReturnType<typeof profileAsked>[number]) => (form: DraftForm) => profileAsked(form).includes(field);

/** What a unit is asked, page by page; which questions come depends on its category. */
export const unitQuestions = {
  unit: [
    {
      field: 'category',
      control: 'rows',
      options: unitCategories.map((value) => ({
        value,
        label: unitCategoryLabels[value].title,
        hint: unitCategoryLabels[value].hint,
      })),
    },
    {
      field: 'subCategory',
      control: 'rows',
      asked: (form) => categoryOf(form) !== undefined,
      optionsFor: (form) => {
        const category = categoryOf(form);
        return category ? optionsOf(subCategories[category], subCategoryLabels) : [];
      },
    },
    { field: 'name', control: 'text', help: '写登记证书或公章上的全称，会写在牌匾上', maxLength: 60 },
    { field: 'code', control: 'text', keyboard: 'idcard', help: '营业执照或登记证书上的 18 位号码', maxLength: 30 },
    { field: 'legalRepresentative', control: 'text', help: '与登记证书一致；机关写主要负责人', maxLength: 50 },
    { field: 'foundedOn', control: 'date', help: '登记证书上的成立日期' },
    { field: 'size', control: 'chips', options: optionsOf(unitSizes, unitSizeLabels) },
    { field: 'supervisingBody', control: 'text', help: '主管部门的全称，没有的写“无”字', maxLength: 60 },
  ],
  address: [
    { field: 'city', control: 'city', help: '办公地所在的设区市，由当地慈善总会联系' },
    { field: 'address', control: 'text', help: '写到门牌号，方便走访和寄送资料', maxLength: 100 },
  ],
  people: [
    { field: 'contactName', control: 'text', help: '平时和我们联系的人，一般就是您', maxLength: 50 },
    { field: 'contactPost', control: 'text', maxLength: 40 },
    { field: 'contactMobile', control: 'text', keyboard: 'number', maxLength: 11, why: mobileWhy('联系人') },
    { field: 'representativeName', control: 'text', help: '代表单位参加会议和表决的负责人，可以与联系人是同一人', maxLength: 50 },
    { field: 'representativePost', control: 'text', maxLength: 40 },
    { field: 'representativeMobile', control: 'text', keyboard: 'number', maxLength: 11, why: mobileWhy('单位代表') },
  ],
  profile: [
    { field: 'introduction', control: 'area', help: '做什么的，服务哪些人', maxLength: 500 },
    { field: 'fields', control: 'many', help: '可以多选', options: optionsOf(fields, {}) },
    { field: 'charityRecord', control: 'area', help: '近几年的捐赠、项目、志愿服务；还没有的写“暂无”和打算', maxLength: 500 },
    {
      field: 'assessmentGrade',
      control: 'chips',
      options: optionsOf(assessmentGrades, assessmentGradeLabels),
      help: '有等级的，请在证明材料里上传证书',
      asked: asks('assessmentGrade'),
    },
    { field: 'gradeUntil', control: 'date', open: true, help: '证书上的有效期', asked: asks('gradeUntil') },
    {
      field: 'inspectionResult',
      control: 'rows',
      asked: asks('inspectionResult'),
      optionsFor: (form) => {
        const category = categoryOf(form);
        return category ? optionsOf(inspectionResults[category], inspectionResultLabels) : [];
      },
    },
    {
      field: 'inspectionYear',
      control: 'text',
      keyboard: 'number',
      help: '四位数字，如 2025',
      maxLength: 4,
      asked: asks('inspectionYear'),
    },
  ],
} as const satisfies Readonly<Record<string, readonly Question[]>>;

/** What stands under the headline of each page. */
export const unitIntros = {
  unit: '请对照营业执照或登记证书填写。',
  address: '由所在城市的慈善总会联系您单位。',
  people: '只用来联系，不会公开。',
  profile: '让我们知道您单位在做什么、做过什么。',
  attachments: '拍照或选 PDF 都可以，一份材料可以有几页。',
} as const;
