import { cities } from '@shared/cities';
import { dateForDocuments } from '@shared/dates';
import { fieldLabels, genderLabels, idTypeLabels } from '@shared/labels';
import { type AttachmentKind, attachmentKinds } from '@shared/membership/categories';
import type { DraftForm } from '@shared/membership/form';
import { attachmentLabel, unitAnswerLabels } from '@shared/membership/unit-labels';
import type { TypedSection } from './draft/kept-draft';
import { questionsOf } from './questions';

const cityNames: Readonly<Record<string, string>> = cities;

const codeLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'identity.gender': genderLabels,
  'identity.idType': idTypeLabels,
  ...unitAnswerLabels,
};
const dayPaths: readonly string[] = ['identity.birthDate', 'unit.foundedOn', 'profile.gradeUntil'];

/** One answer as people read it; empty when there is none. */
export function answerText(form: DraftForm, path: string): string {
  const [section = '', field = ''] = path.split('.');
  const values: Readonly<Record<string, unknown>> = form[section as TypedSection] ?? {};
  const value = values[field];
  return valueText(path, Array.isArray(value) ? value.join('、') : String(value ?? ''));
}

/** A value of the field at a path as people read it. */
export function valueText(path: string, text: string): string {
  if (path === 'contact.city' || path === 'address.city') return cityNames[text] ?? text;
  if (codeLabels[path]) return codeLabels[path][text] ?? text;
  if (dayPaths.includes(path) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return dateForDocuments(`${text}T00:00:00+08:00`);
  return text;
}

/** Names and answers of one section, in the order they were asked; unanswered required ones say so. */
export function answersOf(form: DraftForm, section: TypedSection): readonly (readonly [name: string, answer: string])[] {
  return questionsOf(section, form).map(({ field, optional }) => {
    const path = `${section}.${field}`;
    return [fieldLabels[path] ?? field, answerText(form, path) || (optional ? '没有填（选填）' : '还没有填写')] as const;
  });
}

/** Papers of a unit and how many files of each there are. */
export const papersInWords = (
  attachments: readonly { readonly kind: AttachmentKind }[],
  category: string | undefined,
): readonly (readonly [name: string, answer: string])[] =>
  attachmentKinds.flatMap((kind) => {
    const files = attachments.filter((file) => file.kind === kind).length;
    return files > 0 ? [[attachmentLabel(kind, category), `${files} 个文件`] as const] : [];
  });
