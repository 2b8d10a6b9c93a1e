import type { City } from '../../shared/cities';
import { creditCodeCheck } from '../../shared/identity/credit-code';
import type { UnitCategory } from '../../shared/membership/categories';
import type { UnitForm } from '../../shared/membership/form';
import { inventedMobile } from './identity';
import { many } from './people';

/** What tells one invented unit from another. */
interface Facts {
  readonly category: UnitCategory;
  readonly subCategory: UnitForm['unit']['subCategory'];
  readonly city: City;
  readonly foundedOn: string;
  readonly size: UnitForm['unit']['size'];
  readonly supervisingBody: string;
  readonly representative: readonly [name: string, post: string];
  readonly introduction: string;
  readonly fields: UnitForm['profile']['fields'];
  readonly charityRecord: string;
  readonly assessed?: Pick<UnitForm['profile'], 'assessmentGrade' | 'gradeUntil'>;
}

/** Units of every category, by name. */
const units: Readonly<Record<string, Facts>> = {
  示例慈善基金会: {
    category: 'socialOrganisation',
    subCategory: 'foundation',
    city: '320100',
    foundedOn: '2010-09-05',
    size: 'upTo20',
    supervisingBody: '示例省民政厅',
    representative: [many.name, '副理事长'],
    introduction: '资助困难家庭学生完成学业，每年开展助学走访。',
    fields: ['助学', '助困'],
    charityRecord: '十年资助学生一千二百名，项目支出全部公开。',
    assessed: { assessmentGrade: '4A', gradeUntil: '2028-11-30' },
  },
  示例社会工作服务中心: {
    category: 'socialOrganisation',
    subCategory: 'socialService',
    city: '320200',
    foundedOn: '2014-03-18',
    size: 'upTo100',
    supervisingBody: '示例区民政局',
    representative: [many.name, '理事'],
    introduction: '在六个社区开展为老服务和困难家庭个案工作。',
    fields: ['助老', '助困', '志愿服务'],
    charityRecord: '每年上门服务三千余人次。',
    assessed: { assessmentGrade: '3A', gradeUntil: '2027-12-31' },
  },
  示例纺织有限公司: {
    category: 'enterprise',
    subCategory: 'private',
    city: '320600',
    foundedOn: '2003-06-26',
    size: 'upTo1000',
    supervisingBody: '无',
    representative: ['纺示甲', '董事长'],
    introduction: '生产家用纺织品，设有员工互助基金。',
    fields: ['助困', '应急救援'],
    charityRecord: '三年捐赠被服两万件。',
  },
  示例职业学院: {
    category: 'institution',
    subCategory: 'education',
    city: '320400',
    foundedOn: '1998-09-01',
    size: 'upTo1000',
    supervisingBody: '示例市教育局',
    representative: ['院示乙', '副院长'],
    introduction: '开设护理、养老服务等专业，学生志愿者一千余名。',
    fields: ['志愿服务', '助老'],
    charityRecord: '每学期组织志愿服务周，五年未间断。',
  },
  示例医疗器械有限公司: {
    category: 'enterprise',
    subCategory: 'foreignFunded',
    city: '321200',
    foundedOn: '2009-12-11',
    size: 'upTo300',
    supervisingBody: '无',
    representative: ['械示丙', '总经理'],
    introduction: '生产康复辅助器具，为社区提供免费检测。',
    fields: ['助残', '助医'],
    charityRecord: '为残障人士适配辅助器具六百余件。',
  },
  示例志愿服务联合会: {
    category: 'socialOrganisation',
    subCategory: 'association',
    city: '320500',
    foundedOn: '2016-12-05',
    size: 'upTo20',
    supervisingBody: '示例市民政局',
    representative: ['志示丁', '会长'],
    introduction: '联合四十支志愿服务队伍，培训骨干志愿者。',
    fields: ['志愿服务', '应急救援'],
    charityRecord: '累计志愿服务十二万小时。',
    assessed: { assessmentGrade: '5A', gradeUntil: '2029-06-30' },
  },
  示例区民政局: {
    category: 'government',
    subCategory: 'stateOrgan',
    city: '320900',
    foundedOn: '1983-10-01',
    size: 'upTo100',
    supervisingBody: '示例区人民政府',
    representative: ['政示戊', '副局长'],
    introduction: '主管全区社会救助、养老服务和慈善事业促进工作。',
    fields: ['助困', '助老', '儿童关爱'],
    charityRecord: '推动设立社区慈善工作站十五个。',
  },
};

/** Names in the order of the register. */
export const unitNames: readonly string[] = Object.keys(units);

/** First two characters of a credit code: who registered the unit, and as what. */
const registeredBy: Readonly<Record<string, string>> = {
  government: '11',
  institution: '12',
  enterprise: '91',
  association: '51',
  socialService: '52',
  foundation: '53',
};

/** What the register has of one of the units; its contact person and code come from its place in the register. */
export function unitProfile(name: string, place: number): UnitForm {
  const facts = units[name];
  if (!facts) throw new Error(`no unit ${name} in the register`);
  const { category, subCategory, city, foundedOn, size, supervisingBody, representative, assessed } = facts;
  const [representativeName, representativePost] = representative;
  const authority = registeredBy[category] ?? registeredBy[subCategory];
  const code = `${authority}${city}MA${String(100 + place).padStart(7, '0')}`;
  const graded = category === 'socialOrganisation';
  return {
    unit: {
      category,
      subCategory,
      name,
      code: code + creditCodeCheck(code),
      legalRepresentative: representativeName,
      foundedOn,
      size,
      supervisingBody,
    },
    address: { city, address: `示范街道示范路 ${place} 号` },
    people: {
      contactName: `联系人${place}`,
      contactPost: '办公室主任',
      contactMobile: inventedMobile(100 + place),
      representativeName,
      representativePost,
      representativeMobile: inventedMobile(200 + place),
    },
    profile: {
      introduction: facts.introduction,
      fields: facts.fields,
      charityRecord: facts.charityRecord,
      ...assessed,
      ...(category !== 'government' && { inspectionYear: '2025', inspectionResult: graded ? 'qualified' : 'reported' }),
    },
    purpose: { purpose: '入会登记册所载会员。', plan: '继续参加会员活动。' },
    attachments: {},
  };
}
