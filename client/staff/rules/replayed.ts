import type { ReplayedDecision } from '@shared/governance/endpoints';
import { outcomeLabels } from '@shared/labels';
import type { TagKind } from '../../components/status-tag';

const outcomes: Readonly<Record<string, string>> = {
  ...outcomeLabels,
  noQuorum: '出席不足，不能表决',
  incomplete: '还有席位没有表决',
};

/** What came out again, as a tag. */
export function againTag({ same, again }: ReplayedDecision): { readonly kind: TagKind; readonly text: string } {
  if (same) return { kind: 'ok', text: '重算一致' };
  return { kind: 'danger', text: again === null ? '当时的规则已不可查' : `重算为${outcomes[again]}` };
}

/** What would come out under the version asked about, where it is another result. */
export const otherResult = ({ stored, under }: ReplayedDecision): string | undefined =>
  under === null || under === stored ? undefined : `按这一版：${outcomes[under]}`;

/** 复核 20 项，结果都与当时一致；按第 2 版，有 1 项结果不同. */
export function replayInWords(rows: readonly ReplayedDecision[], version: number | undefined): string {
  const wrong = rows.filter(({ same }) => !same).length;
  const own = `已复核 ${rows.length} 项，${wrong === 0 ? '结果都与当时一致' : `有 ${wrong} 项与当时不一致`}`;
  if (version === undefined) return own;
  const compared = rows.filter(({ under }) => under !== null);
  const other = compared.filter((row) => otherResult(row)).length;
  return `${own}；按第 ${version} 版重算其中 ${compared.length} 项，${other === 0 ? '结果相同' : `${other} 项结果不同`}`;
}

/** The version by which it was decided, out of `key@version`. */
export const versionIn = (rule: string): string => `第 ${rule.slice(rule.lastIndexOf('@') + 1)} 版规则`;

/** What was decided: an application or a measure by its reference, a batch by its size. */
export const decidedOn = ({ reference, entries }: ReplayedDecision): string =>
  reference || (entries > 0 ? `${entries} 名新会员` : '其他事项');
