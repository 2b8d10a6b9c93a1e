import { bodyLabels } from '../labels';
import { categoryLabels } from '../membership/register-labels';
import { reminderChannelLabels } from '../membership/standing-labels';
import { attachmentLabel } from '../membership/unit-labels';
import type { AnyMeasure, CountUnit, MeasureKind, RuleValues, Share } from './measures';

/** Values of rules as people read them. */

export const countUnitLabels: Readonly<Record<CountUnit, string>> = {
  years: '周岁',
  months: '个月',
  days: '天',
  workingDays: '个工作日',
  hours: '小时',
  times: '次',
};

/** Codes that a rule may choose among. */
export const choiceLabels: Readonly<Record<string, string>> = { ...bodyLabels, ...reminderChannelLabels };

/** 过半数, 三分之二以上 as 2/3 以上; 以上 includes the number itself. */
export function shareInWords({ kind, numerator, denominator }: Share): string {
  if (kind === 'moreThan' && numerator * 2 === denominator) return '过半数';
  if (kind === 'atLeast' && numerator === denominator) return '全体';
  return kind === 'atLeast' ? `${numerator}/${denominator} 以上（含）` : `超过 ${numerator}/${denominator}`;
}

const day = (text: string) => `${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`;
const isNext = (before: string, after: string) => Date.parse(after) - Date.parse(before) === 24 * 3600 * 1000;

/** 2月15日—23日: days in a row as one span. */
export function spansOf(days: readonly string[]): readonly string[] {
  const spans: string[][] = [];
  for (const one of days) {
    const last = spans[spans.length - 1];
    const end = last?.[last.length - 1];
    if (last && end && isNext(end, one)) last.push(one);
    else spans.push([one]);
  }
  return spans.map((span) => {
    const [first = '', end = ''] = [span[0], span[span.length - 1]];
    return first === end ? day(first) : `${day(first)}—${day(end)}`;
  });
}

type Words = { readonly [K in MeasureKind]: (value: RuleValues[K], measure: AnyMeasure) => readonly string[] };

const words: Words = {
  count: (value, measure) => [`${value} ${measure.kind === 'count' ? countUnitLabels[measure.unit] : ''}`],
  validity: (value) => [value === null ? '长期有效' : `${value} 个月`],
  choices: (value) => [value.map((code) => choiceLabels[code] ?? code).join('、')],
  texts: (value) => (value.length > 0 ? value : ['没有']),
  voting: ({ quorum, pass, recused }) => [
    `出席：全体席位的${shareInWords(quorum)}`,
    `通过：出席席位的${shareInWords(pass)}同意`,
    recused === 'outOfBase' ? '回避的席位计入出席，不计入表决基数' : '回避的席位计入出席，也计入表决基数',
  ],
  frequency: ({ months, atLeast, atMost }) => [
    `每 ${months} 个月 ${atMost === null ? `至少 ${atLeast}` : `${atLeast}—${atMost}`} 次；只提醒，不限制`,
  ],
  calendar: (years) =>
    years.flatMap(({ year, holidays, workingDays }) => [
      `${year} 年放假：${spansOf(holidays).join('、') || '没有'}`,
      `${year} 年调休上班：${spansOf(workingDays).join('、') || '没有'}`,
    ]),
  numberFormat: ({ prefix, individual, unit, digits }) => [
    `个人会员如 ${prefix}-${individual}-2026-${'1'.padStart(digits, '0')}-校验位`,
    `单位会员如 ${prefix}-${unit}-2026-${'1'.padStart(digits, '0')}-校验位`,
  ],
  attachments: (lists) =>
    Object.entries(lists).map(([category, kinds]) => {
      const named = kinds.map(({ kind, required }) => `${attachmentLabel(kind, category)}${required ? '' : '（可不交）'}`);
      return `${categoryLabels[category] ?? category}：${named.join('、') || '不用交'}`;
    }),
};

/** The value of a rule, line by line. */
export function valueInWords(measure: AnyMeasure, value: unknown): readonly string[] {
  const say = words[measure.kind] as (value: unknown, measure: AnyMeasure) => readonly string[];
  return say(value, measure);
}
