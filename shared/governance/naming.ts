import { bodyLabels } from '../labels';
import type { Body } from './lifecycle';

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 第五届, 第十二届: terms as documents number them, below 100. */
export function termName(term: number): string {
  const tens = Math.floor(term / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`;
  return `第${ten}${numerals[term % 10]}届`;
}

/**
 * 第五届理事会 2026年第2次会议: bodies count their meetings within a year. The president's office is no elected body, so its
 * meetings carry no term.
 */
export function meetingTitle(of: {
  readonly body: Body;
  readonly term: number;
  readonly year: number;
  readonly number: number;
}): string {
  const term = of.body === 'presidentsOffice' ? '' : termName(of.term);
  return `${term}${bodyLabels[of.body]} ${of.year}年第${of.number}次会议`;
}
