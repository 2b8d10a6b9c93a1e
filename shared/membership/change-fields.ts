/** How a member's own field changes: `review` by staff, who see old and new, or `atOnce`. What is not here does not change. */
export type ChangeWay = 'review' | 'atOnce';
export type MemberKind = 'individual' | 'unit';

/** What matters for who the member is, what the certificate says or which city is responsible is reviewed. */
export const changeWays: Readonly<Record<MemberKind, Readonly<Record<string, ChangeWay>>>> = {
  individual: {
    'identity.name': 'review',
    'identity.gender': 'review',
    'identity.birthDate': 'review',
    'identity.idType': 'review',
    'identity.idNumber': 'review',
    'contact.city': 'review',
    'contact.mobile': 'atOnce',
    'contact.address': 'atOnce',
    'work.employer': 'atOnce',
    'work.post': 'atOnce',
    'work.politicalAffiliation': 'atOnce',
    'work.fields': 'atOnce',
    'purpose.purpose': 'atOnce',
    'purpose.plan': 'atOnce',
  },
  unit: {
    'unit.name': 'review',
    'unit.code': 'review',
    'unit.legalRepresentative': 'review',
    'unit.subCategory': 'review',
    'unit.supervisingBody': 'review',
    'address.city': 'review',
    'address.address': 'atOnce',
    'unit.size': 'atOnce',
    'people.contactName': 'atOnce',
    'people.contactPost': 'atOnce',
    'people.contactMobile': 'atOnce',
    'profile.introduction': 'atOnce',
    'profile.fields': 'atOnce',
    'profile.charityRecord': 'atOnce',
    'purpose.purpose': 'atOnce',
    'purpose.plan': 'atOnce',
  },
};

/** The way a field of a member changes; undefined when it does not. Own properties only. */
export function changeWay(kind: MemberKind, field: string): ChangeWay | undefined {
  const ways = changeWays[kind];
  return Object.prototype.hasOwnProperty.call(ways, field) ? ways[field] : undefined;
}

/** Shown masked until its owner taps. */
export const sensitiveFields: readonly string[] = [
  'identity.idNumber',
  'contact.mobile',
  'people.contactMobile',
  'people.representativeMobile',
];
