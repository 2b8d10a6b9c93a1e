import { cities } from '@shared/cities';
import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { fieldLabels, genderLabels, idTypeLabels } from '@shared/labels';
import type { Fact } from '../components/key-value';

export type Review = Output<'membership.reviewApplication'>;

const cityNames: Readonly<Record<string, string>> = cities;

function inWords(path: string, value: unknown): string {
  const text = Array.isArray(value) ? value.join('、') : String(value ?? '');
  if (path === 'identity.gender') return genderLabels[text] ?? text;
  if (path === 'identity.idType') return idTypeLabels[text] ?? text;
  if (path === 'contact.city') return cityNames[text] ?? text;
  if (path === 'identity.birthDate' && text) return dateForDocuments(`${text}T00:00:00+08:00`);
  return text;
}

/** Sections of facts as an officer reads them; the photograph is shown by itself. */
export const sectionsInOrder = ['identity', 'contact', 'work', 'purpose'] as const satisfies readonly (keyof Review['form'])[];

/** One section of a form as names and values in Chinese; empty fields are left out. */
export function sectionFacts(form: Review['form'], section: (typeof sectionsInOrder)[number]): Fact[] {
  return Object.entries(form[section] ?? {})
    .filter(([field]) => fieldLabels[`${section}.${field}`])
    .map(([field, value]) => [fieldLabels[`${section}.${field}`] ?? field, inWords(`${section}.${field}`, value)] as const);
}
