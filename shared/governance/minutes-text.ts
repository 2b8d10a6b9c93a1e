import { clockTime, dateForDocuments } from '../dates';
import { choiceLabels, outcomeLabels, presenceLabels } from '../labels';
import { meetingModeLabels } from './labels';
import type { MeetingMode } from './lifecycle';
import type { Choice, Tally } from './voting';

/** Sentences of the minutes, made from the record of a meeting. Seats stand by their titles, applications by their references. */

export function openingLine(of: { at: Date; startedAt: Date; place: string; mode: MeetingMode }): string {
  const opened = `${dateForDocuments(of.startedAt)} ${clockTime(of.startedAt)}`;
  return `会议于 ${opened} 在${of.place}召开（${meetingModeLabels[of.mode]}）。`;
}

export function pauseLine(of: { from: Date; until?: Date | undefined; reason: string }): string {
  const resumed = of.until ? `${dateForDocuments(of.until)} ${clockTime(of.until)} 继续` : '未再继续';
  return `${clockTime(of.from)} 休会（${of.reason}），${resumed}。`;
}

export const closingLine = (closedAt: Date): string => `会议于 ${dateForDocuments(closedAt)} ${clockTime(closedAt)} 结束。`;

/** The rule by its title and version, as the rule centre names it. */
export const ruleLine = (title: string, version: number, source: string): string =>
  `表决规则：${title}，第 ${version} 版（${source}），自开会时起适用于全部议题。`;

/** 应到 7 席，到会 6 席：会长、副会长1……；未到：…… */
export function attendanceLines(attended: readonly string[], missing: readonly string[]): readonly string[] {
  const came = `应到 ${attended.length + missing.length} 席，到会 ${attended.length} 席：${attended.join('、') || '无'}。`;
  return missing.length > 0 ? [came, `请假或未到：${missing.join('、')}。`] : [came];
}

/** A coming or going after the session began. */
export function movementLine(of: { at: Date; seat: string; presence: string | null }): string {
  const what = of.presence === null ? '记为未到' : `记为${presenceLabels[of.presence]}`;
  return `${clockTime(of.at)} ${of.seat}${what}，自其后的议题起计算。`;
}

export function tallyLine(of: { present: number; tally: Tally; outcome: 'passed' | 'notPassed' }): string {
  const counts = (['approve', 'against', 'abstain', 'recuse'] as const).map((one) => `${choiceLabels[one]} ${of.tally[one]}`);
  return `表决时出席 ${of.present} 席；${counts.join('，')}；${outcomeLabels[of.outcome]}。`;
}

export const recusalLine = (seats: readonly string[]): string => `回避：${seats.join('、')}。`;

export function correctionLine(of: { at: Date; seat: string; from: Choice; to: Choice; by: 'seat' | 'secretary' }): string {
  const by = of.by === 'seat' ? '由本席位' : '由会议秘书';
  return `${clockTime(of.at)} ${of.seat}的表决${by}更正：${choiceLabels[of.from]}改为${choiceLabels[of.to]}。`;
}
