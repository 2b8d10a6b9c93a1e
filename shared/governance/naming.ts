import { bodyLabels } from '../labels';
import { organisation } from '../organisation';
import type { Body } from './lifecycle';

/** 会长办公会 2026年第11次会议: bodies count their meetings within a year. */
export function meetingTitle(body: Body, year: number, number: number): string {
  return `${bodyLabels[body]} ${year}年第${number}次会议`;
}

/**
 * The resolution on one item, for the minutes and the certificate. It names the application by its reference, never the
 * person: minutes outlive the erasure of personal data.
 *
 * @param order place of the item on the agenda, from 1
 */
export function resolutionText(decided: {
  readonly meetingTitle: string;
  readonly order: number;
  readonly reference: string;
  readonly outcome: 'passed' | 'notPassed';
}): string {
  const verb = decided.outcome === 'passed' ? '同意' : '不同意';
  return `${decided.meetingTitle}议题${decided.order}：${verb}吸收申请编号 ${decided.reference} 的申请人为${organisation.name}个人会员。`;
}
