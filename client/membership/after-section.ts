import { type DraftForm, type SectionName, sectionNames } from '@shared/membership/form';
import { progressOf } from '@shared/membership/progress';
import { assistedId, checkPage, formPage } from './addresses';
import { withKept } from './draft/kept-draft';
import type { Application } from './my-application';

/** The first section that is not finished, beginning after `section` and coming round to it last; none when all are. */
export function nextOpen(form: DraftForm, section?: SectionName, now = new Date()): SectionName | undefined {
  const progress = progressOf(form, now, assistedId() !== undefined);
  const from = section ? sectionNames.indexOf(section) + 1 : 0;
  const inOrder = [...sectionNames.slice(from), ...sectionNames.slice(0, from)];
  return inOrder.find((name) => progress[name] !== 'done');
}

/** Where 保存并继续 leads from a section: the next open one, or the check of all answers. */
export function nextPage({ id }: Application, form: DraftForm, section: SectionName): string {
  const next = nextOpen(withKept(id, form), section);
  return next ? formPage(next) : checkPage();
}
