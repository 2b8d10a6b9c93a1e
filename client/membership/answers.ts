import { cities } from '@shared/cities';
import { dateForDocuments } from '@shared/dates';
import { fieldLabels, genderLabels, idTypeLabels } from '@shared/labels';
import type { DraftForm } from '@shared/membership/form';
import type { TypedSection } from './draft/kept-draft';
import { questions } from './questions';

const cityNames: Readonly<Record<string, string>> = cities;

/** One answer as people read it; empty when there is none. */
export function answerText(form: DraftForm, path: string): string {
  const [section = '', field = ''] = path.split('.');
  const values: Readonly<Record<string, unknown>> = form[section as TypedSection] ?? {};
  const value = values[field];
  return valueText(path, Array.isArray(value) ? value.join('、') : String(value ?? ''));
}

/** A value of the field at a path as people read it. */
export function valueText(path: string, text: string): string {
  if (path === 'identity.gender') return genderLabels[text] ?? text;
  if (path === 'identity.idType') return idTypeLabels[text] ?? text;
  if (path === 'contact.city') return cityNames[text] ?? text;
  if (path === 'identity.birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return dateForDocuments(`${text}T00:00:00+08:00`);
  return text;
}

/** Names and answers of one section, in the order they were asked; unanswered required ones say so. */
export function answersOf(form: DraftForm, section: TypedSection): readonly (readonly [name: string, answer: string])[] {
  return questions[section].map(({ field, optional }) => {
    const path = `${section}.${field}`;
    return [fieldLabels[path] ?? field, answerText(form, path) || (optional ? '没有填（选填）' : '还没有填写')] as const;
  });
}
