import { type MemberKind, type SectionName, sectionsOf } from '@shared/membership/form';
import Taro, { useRouter } from '@tarojs/taro';

/** Id of the application that an officer fills in for somebody, when the page in front is about one; else undefined. */
export const assistedId = (): string | undefined => Taro.getCurrentInstance().router?.params.of || undefined;

/** Whose application it is, and of which kind, goes along from page to page; a person's own is meant where neither is named. */
const carried = (kind: MemberKind, mark: '?' | '&') => {
  const of = assistedId();
  const parts = [kind === 'unit' ? 'kind=unit' : '', of ? `of=${of}` : ''].filter((part) => part !== '');
  return parts.length > 0 ? `${mark}${parts.join('&')}` : '';
};

/** Pages of an application that only this area opens. */
export const formPage = (kind: MemberKind, section: SectionName, field?: string) =>
  `membership/pages/form/index?section=${section}${field ? `&field=${field}` : ''}${carried(kind, '&')}`;
export const checkPage = (kind: MemberKind) => `membership/pages/check/index${carried(kind, '?')}`;
export const submittedPage = (kind: MemberKind) => `membership/pages/submitted/index${kind === 'unit' ? '?kind=unit' : ''}`;

/** The kind of application that the page was opened for. */
export const useKind = (): MemberKind => (useRouter().params.kind === 'unit' ? 'unit' : 'individual');

/** The section of a kind's form that a field path belongs to. */
export function sectionOf(kind: MemberKind, path: string): SectionName | undefined {
  return sectionsOf(kind).find((name) => path === name || path.startsWith(`${name}.`));
}
