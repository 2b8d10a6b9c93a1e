import { type ChangeWay, changeWay } from '../../../shared/membership/change-fields';
import type { DraftForm } from '../../../shared/membership/form';
import { openProblems } from '../../../shared/membership/progress';
import { AppError } from '../../platform/errors';
import type { Member } from '../members';
import { cityOf, nameOf } from '../profiles';
import type { FieldValue, MemberChange } from './changes';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
type Given = readonly { readonly field: string; readonly value: FieldValue }[];

const split = (field: string): readonly [section: string, name: string] => {
  const [section = '', name = ''] = field.split('.');
  return [section, name];
};

/** What a field of the profile holds; '' when nothing. */
export function valueOf({ profile }: Pick<Member, 'profile'>, field: string): FieldValue {
  const [section, name] = split(field);
  const value = (profile as unknown as Sections)[section]?.[name];
  return Array.isArray(value) ? (value as readonly string[]) : String(value ?? '');
}

/** The profile with other values in some of its fields. */
export function withValues(profile: Member['profile'], changes: MemberChange['changes']): Member['profile'] {
  const sections = changes.reduce<Sections>(
    (so, { field, after }) => {
      const [section, name] = split(field);
      return { ...so, [section]: { ...so[section], [name]: after } };
    },
    profile as unknown as Sections,
  );
  return sections as unknown as Member['profile'];
}

const same = (a: FieldValue, b: FieldValue) => JSON.stringify(a) === JSON.stringify(b);
const trimmed = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.trim() : value);

/** What a member asks for, by the way it goes; fields that stay as they are are left out. */
export interface Wanted {
  readonly atOnce: MemberChange['changes'];
  readonly review: MemberChange['changes'];
}

/**
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 * @throws request.invalid for a field that does not change, and with every problem of the changed sections, by field
 */
export function wantedChanges(member: Member, given: Given, today: string): Wanted {
  const unknown = given.filter(({ field }) => changeWay(member.kind, field) === undefined);
  if (unknown.length > 0) throw invalid(Object.fromEntries(unknown.map(({ field }) => [field, 'field.unknown'])));
  const changes = given
    .map(({ field, value }) => ({ field, before: valueOf(member, field), after: trimmed(value) }))
    .filter(({ before, after }) => !same(before, after));
  const first = given[0]?.field ?? '';
  if (changes.length === 0) throw invalid({ [first]: 'change.none' });
  const touched = new Set(changes.map(({ field }) => split(field)[0]));
  const problems = Object.entries(openProblems(member.kind, withValues(member.profile, changes) as DraftForm, today));
  const theirs = problems.filter(([field]) => touched.has(split(field)[0]));
  if (theirs.length > 0) throw invalid(Object.fromEntries(theirs));
  const going = (way: ChangeWay) => changes.filter(({ field }) => changeWay(member.kind, field) === way);
  return { atOnce: going('atOnce'), review: going('review') };
}

const invalid = (fields: Readonly<Record<string, string>>) => new AppError('request.invalid', { fields });

/** What a change of representative says of the person; the account is changed with it. */
export const representativeChanges = (
  member: Member,
  given: { readonly name: string; readonly post: string; readonly mobile: string },
): MemberChange['changes'] =>
  (['Name', 'Post', 'Mobile'] as const).map((part) => {
    const field = `people.representative${part}`;
    return { field, before: valueOf(member, field), after: given[part.toLowerCase() as 'name' | 'post' | 'mobile'] };
  });

/** The member with other details: name and city are kept beside the profile. */
export function withChanges(member: Member, changes: MemberChange['changes']): Member {
  const profile = withValues(member.profile, changes);
  const touched = (...fields: readonly string[]) => changes.some(({ field }) => fields.includes(field));
  return {
    ...member,
    profile,
    ...(touched('identity.name', 'unit.name') ? { name: nameOf(profile) } : {}),
    ...(touched('contact.city', 'address.city') ? { city: cityOf(profile) } : {}),
  };
}
