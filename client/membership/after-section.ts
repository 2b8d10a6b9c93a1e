import { type DraftForm, type SectionName, sectionsOf } from '@shared/membership/form';
import { progressOf } from '@shared/membership/progress';
import { assistedId, checkPage, formPage, sectionOf } from './addresses';
import { correctedSections, withKept } from './draft/kept-draft';
import type { Application } from './my-application';

/** The first section that is not finished, beginning after `section` and coming round to it last; none when all are. */
export function nextOpen(
  { kind, papers, terms }: Application,
  form: DraftForm,
  section?: SectionName,
  now = new Date(),
): SectionName | undefined {
  const progress = progressOf(kind, form, now, papers ?? undefined, assistedId() === undefined ? terms?.onlineAge : 0);
  const names = sectionsOf(kind);
  const from = section ? names.indexOf(section) + 1 : 0;
  const inOrder = [...names.slice(from), ...names.slice(0, from)];
  return inOrder.find((name) => progress[name] !== 'done');
}

/** Sections that an officer made notes about and that were not changed on this phone since. */
export function leftToCorrect({ id, kind, notes }: Application): readonly SectionName[] {
  const corrected = correctedSections(id);
  const noted = Object.keys(notes).map((path) => sectionOf(kind, path));
  return sectionsOf(kind).filter((name) => noted.includes(name) && !corrected.includes(name));
}

/** Where 保存并继续 leads from a section: the next open one, the next with a note, or the check of all answers. */
export function nextPage(application: Application, form: DraftForm, section: SectionName): string {
  const { id, kind } = application;
  const noted = () => leftToCorrect(application).find((name) => name !== section);
  const next = nextOpen(application, withKept(id, form), section) ?? noted();
  return next ? formPage(kind, next) : checkPage(kind);
}
