import { cityCodes } from '../../shared/cities';
import type { Applicant } from './journey';

/** How far an application has come when the demonstration begins. */
export type Stage =
  | 'draft'
  | 'submitted'
  | 'underReview'
  | 'returned'
  | 'resubmitted'
  | 'awaitingSecondReview'
  | 'awaitingMeeting'
  | 'onAgenda'
  | 'inBatch'
  | 'admitted'
  | 'rejected'
  | 'appealed'
  | 'withdrawn';

export interface DemoApplicant extends Applicant {
  readonly openid: string;
  readonly stage: Stage;
  /** Days before now at which it was handed in (a draft: begun). */
  readonly daysAgo: number;
}

const plan: readonly (readonly [stage: Stage, daysAgo: number, name: string])[] = [
  ['draft', 3, '安初晴'],
  ['draft', 1, '白又青'],
  ['submitted', 16, '岑以宁'],
  ['submitted', 2, '程归帆'],
  ['submitted', 1, '邓清嘉'],
  ['underReview', 19, '丁照野'],
  ['underReview', 4, '杜若初'],
  ['returned', 9, '方也白'],
  ['returned', 6, '傅知微'],
  ['awaitingSecondReview', 8, '顾停云'],
  ['awaitingSecondReview', 7, '何所思'],
  ['withdrawn', 12, '胡不归'],
  ['awaitingMeeting', 15, '华未迟'],
  ['awaitingMeeting', 14, '季雨墨'],
  ['onAgenda', 22, '江以南'],
  ['onAgenda', 21, '康小满'],
  ['onAgenda', 20, '孔静姝'],
  ['admitted', 46, '黎明朗'],
  ['admitted', 45, '林知夏'],
  ['admitted', 44, '陆见微'],
  ['admitted', 43, '罗与之'],
  ['admitted', 42, '孟春生'],
  ['admitted', 41, '倪云舒'],
  ['rejected', 40, '潘未央'],
  ['appealed', 39, '秦晚舟'],
  ['resubmitted', 10, '阮听雨'],
  ['inBatch', 18, '邵云帆'],
  ['inBatch', 17, '谭月白'],
  ['inBatch', 17, '汪晓岚'],
  ['inBatch', 17, '魏知行'],
  ['inBatch', 16, '吴念慈'],
  ['inBatch', 16, '夏未央'],
  ['inBatch', 16, '谢长安'],
  ['inBatch', 15, '徐见山'],
  ['inBatch', 15, '严书瑶'],
  ['inBatch', 15, '杨若谷'],
  ['inBatch', 14, '叶听澜'],
  ['inBatch', 14, '尹清和'],
  ['inBatch', 14, '余自在'],
];

const employers = ['示例社区服务中心', '示例中学', '示例医院', '示例纺织厂', '示例书店'] as const;
const posts = ['社工', '教师', '护士', '工程师', '店主'] as const;
const fields = [['助老'], ['助学', '儿童关爱'], ['助医'], ['应急救援', '志愿服务'], ['文化传播']] as const;
const purposes = [
  '在社区做了几年志愿服务，希望和更多同行一起把事情做得更久。',
  '愿意用专业所长帮助有需要的家庭，并接受总会的组织和监督。',
  '想把单位里的互助小组做成长期项目，需要总会的指导。',
] as const;
const plans = [
  '每月走访两位独居老人，每季度组织一次健康讲座。',
  '每周六下午开放书房，陪伴放学后无人照看的孩子。',
  '带动二十名同事参加应急救护培训，持证后参与值守。',
] as const;

const pick = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;

/** The applicants, all invented; number, city, dates and texts follow from their place in the list. */
export const applicants: readonly DemoApplicant[] = plan.map(([stage, daysAgo, name], index) => {
  const number = index + 1;
  return {
    openid: `demo-applicant-${number}`,
    stage,
    daysAgo,
    name,
    gender: number % 2 === 0 ? 'male' : 'female',
    birthDate: `${1958 + ((number * 7) % 44)}-${String(1 + ((number * 5) % 12)).padStart(2, '0')}-${String(1 + ((number * 11) % 28)).padStart(2, '0')}`,
    city: pick(cityCodes, number * 5),
    number,
    employer: pick(employers, number),
    post: pick(posts, number),
    fields: pick(fields, number),
    purpose: pick(purposes, number),
    plan: pick(plans, number),
  };
});
