import * as z from 'zod/mini';
import { creditCodeProblem } from '../../identity/credit-code';
import type { AttachmentLists } from '../../rules/measures';
import { draftText, text } from '../../schema';
import {
  type AttachmentKind,
  allInspectionResults,
  allSubCategories,
  assessmentGrades,
  attachmentKinds,
  filesPerPaper,
  inspectionResults,
  isUnitCategory,
  subCategories,
  unitCategories,
  unitSizes,
} from '../categories';
import { chosenFields, city, DraftPurpose, date, draftFields, mobile, oneOf, PurposeSection, wheneverObject } from './parts';

interface UnitInput {
  readonly category?: unknown;
  readonly subCategory?: unknown;
}

const fitsCategory = ({ category, subCategory }: UnitInput): boolean =>
  !isUnitCategory(category) || !subCategory || (subCategories[category] as readonly unknown[]).includes(subCategory);

export const UnitSection = z
  .strictObject({
    category: oneOf(unitCategories),
    subCategory: oneOf(allSubCategories),
    name: text(60),
    code: z.string().check(
      z.overwrite((value) => value.replace(/\s/g, '').toUpperCase()),
      z.minLength(1, 'required'),
      z.refine((value) => value === '' || !creditCodeProblem(value), {
        error: (issue) => creditCodeProblem(String(issue.input)),
      }),
    ),
    legalRepresentative: text(50),
    foundedOn: date,
    size: oneOf(unitSizes),
    supervisingBody: text(60),
  })
  .check(z.refine(fitsCategory, { path: ['subCategory'], error: 'subCategory.otherCategory', when: wheneverObject }));

export const AddressSection = z.strictObject({ city, address: text(100) });

/** Who deals with the federation day by day, and who stands for the unit. */
export const PeopleSection = z.strictObject({
  contactName: text(50),
  contactPost: text(40),
  contactMobile: mobile,
  representativeName: text(50),
  representativePost: text(40),
  representativeMobile: mobile,
});

const year = z.string().check(z.minLength(1, 'required'), z.regex(/^(20\d\d)?$/, 'year.format'));

/** What is asked of some categories only is optional here; `categoryProblems` asks for it. */
export const ProfileSection = z.strictObject({
  introduction: text(500),
  fields: chosenFields,
  charityRecord: text(500),
  assessmentGrade: z.optional(oneOf(assessmentGrades)),
  gradeUntil: z.optional(date),
  inspectionYear: z.optional(year),
  inspectionResult: z.optional(oneOf(allInspectionResults)),
});

const Attachment = z.strictObject({
  file: z.string().check(z.minLength(1), z.maxLength(300)),
  type: z.enum(['jpeg', 'png', 'pdf']),
});
export type Attachment = z.output<typeof Attachment>;

const files = z.optional(z.array(Attachment).check(z.maxLength(filesPerPaper, 'files.tooMany')));
export const AttachmentsSection = z.strictObject({
  stampedForm: files,
  licence: files,
  officialLetter: files,
  assessmentCertificate: files,
  other: files,
} satisfies Record<AttachmentKind, typeof files>);

/** The sections of a unit's application, in the order of the task list. */
export const unitSections = {
  unit: UnitSection,
  address: AddressSection,
  people: PeopleSection,
  profile: ProfileSection,
  purpose: PurposeSection,
  attachments: AttachmentsSection,
} as const;

/** A finished form of a unit; what its category asks besides is in `categoryProblems`. */
export const UnitForm = z.strictObject(unitSections);
export type UnitForm = z.output<typeof UnitForm>;

/** The typed sections while they are being filled in; files are attached by their own endpoint. */
export const unitDrafts = {
  unit: z.strictObject({
    category: draftText(20),
    subCategory: draftText(20),
    name: draftText(60),
    code: draftText(30),
    legalRepresentative: draftText(50),
    foundedOn: draftText(10),
    size: draftText(20),
    supervisingBody: draftText(60),
  }),
  address: z.strictObject({ city: draftText(10), address: draftText(100) }),
  people: z.strictObject({
    contactName: draftText(50),
    contactPost: draftText(40),
    contactMobile: draftText(20),
    representativeName: draftText(50),
    representativePost: draftText(40),
    representativeMobile: draftText(20),
  }),
  profile: z.strictObject({
    introduction: draftText(500),
    fields: draftFields,
    charityRecord: draftText(500),
    assessmentGrade: draftText(10),
    gradeUntil: draftText(10),
    inspectionYear: draftText(4),
    inspectionResult: draftText(20),
  }),
  purpose: DraftPurpose,
} as const;

/** As much of a unit's form as says what its category asks. */
interface CategoryInput {
  readonly unit?: { readonly category?: string | undefined } | undefined;
  readonly profile?:
    | {
        readonly assessmentGrade?: string | undefined;
        readonly gradeUntil?: string | undefined;
        readonly inspectionYear?: string | undefined;
        readonly inspectionResult?: string | undefined;
      }
    | undefined;
  readonly attachments?: Readonly<Partial<Record<AttachmentKind, readonly unknown[] | undefined>>> | undefined;
}

const claimsGrade = ({ unit, profile }: CategoryInput): boolean =>
  unit?.category === 'socialOrganisation' && !!profile?.assessmentGrade && profile.assessmentGrade !== 'none';

/** Papers that a form needs or may have, by the rule's lists: the certificate of a grade is needed where one is claimed. */
export function papersOf(form: CategoryInput, lists: AttachmentLists): readonly { kind: AttachmentKind; required: boolean }[] {
  const known: readonly string[] = attachmentKinds;
  const listed = (form.unit?.category && lists[form.unit.category]) || [];
  return listed
    .filter(({ kind }) => known.includes(kind) && (kind !== 'assessmentCertificate' || claimsGrade(form)))
    .map(({ kind, required }) => ({ kind: kind as AttachmentKind, required: required || kind === 'assessmentCertificate' }));
}

const profileFields = ['assessmentGrade', 'gradeUntil', 'inspectionYear', 'inspectionResult'] as const;

/** Which of the questions about assessment and inspection a unit is asked. */
export function profileAsked(form: CategoryInput): readonly (typeof profileFields)[number][] {
  const category = form.unit?.category;
  if (!isUnitCategory(category)) return [];
  const inspected = inspectionResults[category].length > 0;
  return profileFields.filter((field) => {
    if (field === 'inspectionResult') return inspected;
    if (field === 'inspectionYear') return inspected && form.profile?.inspectionResult !== 'tooNew';
    return category === 'socialOrganisation' && (field === 'assessmentGrade' || claimsGrade(form));
  });
}

/** Field path → code: what is missing or does not fit because of the unit's category. */
export function categoryProblems(section: string, form: CategoryInput, lists: AttachmentLists): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (section === 'profile') {
    const { category } = form.unit ?? {};
    for (const field of profileAsked(form)) if (!form.profile?.[field]) problems[`profile.${field}`] = 'required';
    const result = form.profile?.inspectionResult;
    if (isUnitCategory(category) && result && !(inspectionResults[category] as readonly string[]).includes(result))
      problems['profile.inspectionResult'] = 'choice.unknown';
  }
  // Which papers are needed is known once the category is.
  if (section === 'attachments' && !isUnitCategory(form.unit?.category)) problems['attachments.stampedForm'] = 'file.required';
  if (section === 'attachments')
    for (const { kind, required } of papersOf(form, lists))
      if (required && !form.attachments?.[kind]?.length) problems[`attachments.${kind}`] = 'file.required';
  return problems;
}

/**
 * The form without answers to questions that its category is not asked, e.g. after another category was chosen: they are on no
 * page any more, so nothing can be wrong with them.
 */
export function withoutUnasked<T extends CategoryInput>(form: T, lists: AttachmentLists): T {
  const asked: readonly string[] = profileAsked(form);
  const papers: readonly string[] = papersOf(form, lists).map(({ kind }) => kind);
  const unasked = (field: string) => (profileFields as readonly string[]).includes(field) && !asked.includes(field);
  return {
    ...form,
    ...(form.profile && { profile: without(form.profile, unasked) }),
    ...(form.attachments && { attachments: without(form.attachments, (kind) => !papers.includes(kind)) }),
  };
}

const without = <T extends object>(from: T, gone: (field: string) => boolean): T =>
  Object.fromEntries(Object.entries(from).filter(([field]) => !gone(field))) as T;
