import { type SectionName, sectionNames } from '@shared/membership/form';

/** Pages of an application that only this area opens. */
export const formPage = (section: SectionName, field?: string) =>
  `membership/pages/form/index?section=${section}${field ? `&field=${field}` : ''}`;
export const checkPage = 'membership/pages/check/index';
export const submittedPage = 'membership/pages/submitted/index';

/** The section that a field path belongs to. */
export function sectionOf(path: string): SectionName | undefined {
  return sectionNames.find((name) => path === name || path.startsWith(`${name}.`));
}
