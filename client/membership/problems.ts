import { dayOf } from '@shared/dates';
import { fieldErrorText } from '@shared/labels';
import type { DraftForm, SectionName } from '@shared/membership/form';
import { sectionProblemsOn } from '@shared/membership/progress';
import { assistedId } from './addresses';
import type { Application } from './my-application';

/** Field path → sentence. */
export type Problems = Readonly<Record<string, string>>;

/** What only the server could see, with the answer it was about: gone as soon as the answer changes. */
const fromServer = new Map<string, { readonly code: string; readonly about: string }>();

const valueAt = (form: DraftForm, path: string): string => {
  const [section = '', field = ''] = path.split('.');
  const values: Readonly<Record<string, unknown>> = form[section as SectionName] ?? {};
  return JSON.stringify(values[field] ?? '');
};

/** Remembers what the server found wrong with a form that was handed in. */
export function rememberProblems(form: DraftForm, fields: Readonly<Record<string, string>>) {
  for (const [path, code] of Object.entries(fields)) fromServer.set(path, { code, about: valueAt(form, path) });
}

/** What is wrong with one section now, in sentences: by the shared rules, and by what the server said of these answers. */
export function problemsOf(
  section: SectionName,
  form: DraftForm,
  { papers, terms }: Pick<Application, 'papers' | 'terms'>,
  now = new Date(),
): Problems {
  const codes: Record<string, string> = {};
  for (const [path, { code, about }] of fromServer) {
    if (path.startsWith(`${section}.`) && valueAt(form, path) === about) codes[path] = code;
  }
  const onlineFrom = assistedId() === undefined ? terms?.onlineAge : 0;
  Object.assign(codes, sectionProblemsOn(section, form, dayOf(now), papers ?? undefined, onlineFrom));
  // A list reports its faulty member; on the page the list is one field.
  const sentences = Object.entries(codes).map(([path, code]) => {
    const field = path.split('.').slice(0, 2).join('.');
    return [field, fieldErrorText(field, code)] as const;
  });
  return Object.fromEntries(sentences);
}
