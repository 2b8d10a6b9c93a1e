import { conditionsOf } from '../../../shared/membership/conditions';
import { criteria } from '../../../shared/membership/criteria';
import type { Checklist, ChecklistView } from '../../../shared/membership/endpoints';
import type { UrlOf } from './compliance-entries';

/** What is missing or foreign in a checklist for a category: `checklist.<condition>` → code. */
export function checklistProblems(
  category: string | undefined,
  { conditions = [] }: Checklist,
): Readonly<Record<string, string>> {
  const wanted = conditionsOf(category);
  const judged = conditions.map(({ condition }) => condition);
  const missing = wanted.filter((condition) => !judged.includes(condition));
  const foreign = judged.filter((condition, place) => !wanted.includes(condition) || judged.indexOf(condition) !== place);
  return Object.fromEntries([
    ...missing.map((condition) => [`checklist.${condition}`, 'checklist.missing'] as const),
    ...foreign.map((condition) => [`checklist.${condition}`, 'checklist.foreign'] as const),
  ]);
}

/** Criterion or condition → the file that stands for it. */
export function evidenceOf(checklist: Checklist | undefined): Readonly<Record<string, string | undefined>> {
  if (!checklist) return {};
  const { conditions = [], ...judged } = checklist;
  return Object.fromEntries([
    ...criteria.map((criterion) => [`checklist.${criterion}`, judged[criterion].file] as const),
    ...conditions.map(({ condition, file }) => [`checklist.${condition}`, file] as const),
  ]);
}

/** A checklist to read, its files by their addresses. */
export function presentChecklist({ willing, able, influential, conditions = [] }: Checklist, urlOf: UrlOf): ChecklistView {
  const withUrl = <T extends { readonly file?: string | undefined }>({ file, ...judged }: T) => ({
    ...judged,
    file: file ?? null,
    fileUrl: urlOf(file),
  });
  return {
    willing: withUrl(willing),
    able: withUrl(able),
    influential: withUrl(influential),
    conditions: conditions.map(withUrl),
  };
}
