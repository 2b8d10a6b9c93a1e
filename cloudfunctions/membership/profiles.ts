import { maskIdNumber, maskMobile } from '../../shared/identity/mask';
import type { UnitCategory } from '../../shared/membership/categories';
import type { DraftForm, IndividualForm, UnitForm } from '../../shared/membership/form';
import { blindIndex } from '../platform/cipher';

/** What a member is known by: a finished form of either kind. Whoever is not about one kind only reads it through these. */
export type Profile = IndividualForm | UnitForm;

export const isUnit = (profile: Profile): profile is UnitForm => 'unit' in profile;

/** Name of the person or the unit. */
export const nameOf = (profile: Profile): string => (isUnit(profile) ? profile.unit.name : profile.identity.name);

/** Name in a form that is still being filled in. */
export const draftNameOf = (form: DraftForm): string | undefined => form.unit?.name || form.identity?.name || undefined;

/** Where a message or call reaches them: the person, or the unit's contact person. */
export const mobileOf = (profile: Profile): string => (isUnit(profile) ? profile.people.contactMobile : profile.contact.mobile);

export const cityOf = (profile: Profile): string => (isUnit(profile) ? profile.address.city : profile.contact.city);

/** Category of a unit; undefined for a person. */
export const categoryOf = (profile: Profile): UnitCategory | undefined => (isUnit(profile) ? profile.unit.category : undefined);

/** Natural persons who stand in a profile, with their mobiles. */
export const peopleOf = (profile: Profile): readonly { readonly name: string; readonly mobile: string }[] =>
  isUnit(profile)
    ? [
        { name: profile.people.contactName, mobile: profile.people.contactMobile },
        { name: profile.people.representativeName, mobile: profile.people.representativeMobile },
      ]
    : [{ name: profile.identity.name, mobile: profile.contact.mobile }];

/** A unit's profile without the persons who dealt with the federation for it. */
export const withoutPeople = (profile: UnitForm): UnitForm => ({
  ...profile,
  people: {
    contactName: '',
    contactPost: '',
    contactMobile: '',
    representativeName: '',
    representativePost: '',
    representativeMobile: '',
  },
});

/** Identity number of the person, or credit code of the unit. */
export const idNumberOf = (profile: Profile): string => (isUnit(profile) ? profile.unit.code : profile.identity.idNumber);

/** Numbers that only somebody close to it knows: identity number or credit code, and mobiles. */
export const numbersOf = (profile: Profile): readonly string[] => [
  idNumberOf(profile),
  ...peopleOf(profile).map(({ mobile }) => mobile),
];

/** What stands masked in the form, in full; a unit's code is no secret. */
export function numbersShown(profile: Profile): { idNumber: string; mobile: string; representativeMobile?: string } {
  if (!isUnit(profile)) return { idNumber: profile.identity.idNumber, mobile: profile.contact.mobile };
  const { contactMobile, representativeMobile } = profile.people;
  return { idNumber: '', mobile: contactMobile, representativeMobile };
}

/** Field that holds what a profile is identified by, and the code when another application or member has it. */
export const identityField = (profile: Profile): { readonly path: string; readonly taken: string } =>
  isUnit(profile) ? { path: 'unit.code', taken: 'uscc.taken' } : { path: 'identity.idNumber', taken: 'identity.taken' };

/** Stands for an identity number, or a unit's credit code, where equality matters; spaces and the case of letters do not. */
export function identityOf(profile: Profile): string {
  if (isUnit(profile)) return blindIndex('creditCode', profile.unit.code.trim().toUpperCase());
  const { idType, idNumber } = profile.identity;
  return blindIndex('identity', `${idType}:${idNumber.trim().toUpperCase()}`);
}

/** The form as staff see it: identity number and mobiles masked, photograph and papers by their short-lived addresses only. */
export function maskedProfile(profile: Profile): DraftForm {
  if (!isUnit(profile)) {
    const { identity, contact, work, purpose } = profile;
    return {
      identity: { ...identity, idNumber: maskIdNumber(identity.idNumber) },
      contact: { ...contact, mobile: maskMobile(contact.mobile) },
      work,
      purpose,
    };
  }
  const { unit, address, people, profile: facts, purpose } = profile;
  const { contactMobile, representativeMobile } = people;
  return {
    unit,
    address,
    people: {
      ...people,
      contactMobile: maskMobile(contactMobile),
      representativeMobile: maskMobile(representativeMobile),
    },
    profile: facts,
    purpose,
  };
}
