import { fieldsOf, type MemberKind, memberKinds, sectionsOf } from './form';

/** Every field of a kind's application form as `section.field`, in the order of the form. */
export const fieldPaths = (kind: MemberKind): readonly string[] =>
  sectionsOf(kind).flatMap((section) => fieldsOf(section).map((field) => `${section}.${field}`));

/** The fields of either form. */
export const allFieldPaths: readonly string[] = [...new Set(memberKinds.flatMap(fieldPaths))];

/** Whether a path names a field of one of the forms. */
export const isFieldPath = (path: string): boolean => allFieldPaths.includes(path);
