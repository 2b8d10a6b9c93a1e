import { cities } from '@shared/cities';
import type { Output } from '@shared/endpoints';
import { fieldLabels } from '@shared/labels';
import { fieldInWords } from '@shared/membership/field-words';
import type { Fact } from '../components/key-value';

export type Review = Output<'membership.reviewApplication'>;

const waitingTexts: Readonly<Partial<Record<Review['state'], string>>> = {
  submitted: '等待受理',
  underReview: '正在初审',
  returned: '已退回，等申请人补正后交回',
  awaitingSecondReview: '初审已通过，等另一位审查人复审',
  awaitingMeeting: '审查已完成，等会议秘书列入议题',
  onAgenda: '已列入议题，等会议表决',
  admitted: '会议已同意，证书已颁发',
  rejected: '会议未同意',
  appealed: '申请人已申诉，等没有参加审查的人复核',
  withdrawn: '申请人已撤回，不再办理',
};

/** What this person has to do with it now, or whom it waits for. */
export function nextStep({ state, can }: Pick<Review, 'state' | 'can'>): string {
  if (can.accept) return '请看过材料后受理';
  if (can.recommend) return '请对照材料，判断三项入会条件';
  if (can.endorse) return '请对照材料和初审意见复审';
  return waitingTexts[state] ?? '';
}

const cityNames: Readonly<Record<string, string>> = cities;

/** The name of a city by its code. */
export const cityName = (code: string): string => cityNames[code] ?? code;

/** What the applicant has done so far; empty when there is nothing to tell. */
export function countsInWords({ applications, rejected, withdrawn, recommended, recommendedAdmitted }: Review['counts']): string {
  const earlier = applications > 0 ? `申请过 ${applications} 次，未通过 ${rejected} 次，撤回 ${withdrawn} 次` : '';
  const others = recommended > 0 ? `推荐过 ${recommended} 人，入会 ${recommendedAdmitted} 人` : '';
  return [earlier, others].filter(Boolean).join('；');
}

/** The value of a field as people say it. */
export function inWords(path: string, value: unknown): string {
  return fieldInWords(path, Array.isArray(value) ? value.map(String) : String(value ?? ''));
}

/** Sections of facts as an officer reads them; the photograph is shown by itself. */
export const sectionsInOrder = [
  'identity',
  'contact',
  'work',
  'unit',
  'address',
  'people',
  'profile',
  'purpose',
] as const satisfies readonly (keyof Review['form'])[];

/** One section of a form as names and values in Chinese; empty fields are left out. */
export function sectionFacts(form: Review['form'], section: (typeof sectionsInOrder)[number]): Fact[] {
  return Object.entries(form[section] ?? {})
    .filter(([field]) => fieldLabels[`${section}.${field}`])
    .map(([field, value]) => [fieldLabels[`${section}.${field}`] ?? field, inWords(`${section}.${field}`, value)] as const);
}
