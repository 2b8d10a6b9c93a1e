import { sectionNames, sections } from './form';

/** Every field of the application form as `section.field`, in the order of the form. */
export const fieldPaths: readonly string[] = sectionNames.flatMap((section) =>
  Object.keys(sections[section].shape).map((field) => `${section}.${field}`),
);

/** Whether a path names a field of the form. */
export const isFieldPath = (path: string): boolean => fieldPaths.includes(path);
