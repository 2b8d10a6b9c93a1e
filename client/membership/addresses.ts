import { type SectionName, sectionNames } from '@shared/membership/form';
import Taro from '@tarojs/taro';

/** Id of the application that an officer fills in for somebody, when the page in front is about one; else undefined. */
export const assistedId = (): string | undefined => Taro.getCurrentInstance().router?.params.of || undefined;

/** Whose application it is goes along from page to page. */
const carried = (mark: '?' | '&') => {
  const of = assistedId();
  return of ? `${mark}of=${of}` : '';
};

/** Pages of an application that only this area opens. */
export const formPage = (section: SectionName, field?: string) =>
  `membership/pages/form/index?section=${section}${field ? `&field=${field}` : ''}${carried('&')}`;
export const checkPage = () => `membership/pages/check/index${carried('?')}`;
export const submittedPage = 'membership/pages/submitted/index';

/** The section that a field path belongs to. */
export function sectionOf(path: string): SectionName | undefined {
  return sectionNames.find((name) => path === name || path.startsWith(`${name}.`));
}
