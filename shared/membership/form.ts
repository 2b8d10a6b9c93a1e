import * as z from 'zod/mini';
import { cityCodes } from '../cities';
import { birthDateOf, idNumberProblem, isCalendarDate } from '../identity/id-number';
import { draftText, text } from '../schema';
import { consents } from './consents';
import { invitationCodeOf } from './invitation-code';
import { isMemberNumber } from './member-number';

/** 活动领域, what an individual works on; S0 asks for members from the main parts of modern charity. */
export const fields = [
  '助困',
  '助老',
  '助残',
  '助学',
  '助医',
  '儿童关爱',
  '乡村振兴',
  '应急救援',
  '志愿服务',
  '文化传播',
  '其他',
] as const;
export const idTypes = ['residentId', 'passport', 'hkMacaoPermit', 'taiwanPermit'] as const;
export const genders = ['female', 'male'] as const;

const mobile = z.string().check(z.trim(), z.regex(/^1[3-9]\d{9}$/, 'mobile.format'));
const date = z.string().check(
  z.minLength(1, 'required'),
  z.refine((value) => value === '' || isCalendarDate(value), 'date.notReal'),
);
/** A code out of a list; nothing chosen yet reads as required. */
function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === '' ? 'required' : 'choice.unknown') });
}
const cityValues = cityCodes as readonly [string, ...string[]];

export const IdentitySection = z
  .strictObject({
    name: text(50),
    gender: oneOf(genders),
    birthDate: date,
    idType: oneOf(idTypes),
    idNumber: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(30, 'text.tooLong')),
  })
  .check(
    z.refine((identity) => !idNumberCode(identity), {
      path: ['idNumber'],
      error: (issue) => idNumberCode(issue.input as IdentityInput),
      // Also while other fields are still wrong, so that one look shows everything.
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  );

interface IdentityInput {
  readonly idType?: unknown;
  readonly idNumber?: unknown;
  readonly birthDate?: unknown;
}

/** What is wrong with the number for its type; a missing number is the field's own matter. */
function idNumberCode({ idType, idNumber, birthDate }: IdentityInput): string | undefined {
  if (typeof idNumber !== 'string' || idNumber.trim() === '') return undefined;
  const number = idNumber.trim();
  if (idType !== 'residentId') return /^[0-9A-Za-z]{5,20}$/.test(number) ? undefined : 'idNumber.format';
  return idNumberProblem(number) ?? (birthDateOf(number) === birthDate ? undefined : 'idNumber.birthDateDiffers');
}

export const ContactSection = z.strictObject({
  mobile,
  city: oneOf(cityValues),
  address: text(100),
});

export const WorkSection = z.strictObject({
  employer: text(60),
  post: text(40),
  politicalAffiliation: z.optional(z.string().check(z.maxLength(30, 'text.tooLong'))),
  fields: z.array(oneOf(fields)).check(z.minLength(1, 'required'), z.maxLength(fields.length, 'choice.tooMany')),
});

export const PurposeSection = z.strictObject({
  purpose: text(500),
  plan: text(500),
  recommender: z.optional(
    z.string().check(
      z.trim(),
      z.maxLength(40, 'text.tooLong'),
      z.refine((value) => value === '' || isMemberNumber(value) || invitationCodeOf(value) !== undefined, 'recommender.format'),
    ),
  ),
});

export const PhotoSection = z.strictObject({
  photo: z.string({ error: 'required' }).check(z.minLength(1, 'required'), z.maxLength(300)),
});

/** The sections of an individual's application, in the order of the task list. */
export const sections = {
  identity: IdentitySection,
  contact: ContactSection,
  work: WorkSection,
  purpose: PurposeSection,
  photo: PhotoSection,
} as const;

export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** A finished form: what submit demands. */
export const IndividualForm = z.strictObject(sections);
export type IndividualForm = z.output<typeof IndividualForm>;

/** A form while it is being filled in: any part may be missing or wrong, nothing may be endless or foreign. */
const draftSections = {
  identity: z.strictObject({
    name: draftText(50),
    gender: draftText(10),
    birthDate: draftText(10),
    idType: draftText(20),
    idNumber: draftText(30),
  }),
  contact: z.strictObject({ mobile: draftText(20), city: draftText(10), address: draftText(100) }),
  work: z.strictObject({
    employer: draftText(60),
    post: draftText(40),
    politicalAffiliation: draftText(30),
    fields: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20))),
  }),
  purpose: z.strictObject({ purpose: draftText(500), plan: draftText(500), recommender: draftText(40) }),
} as const;

/** One section of a draft as the form pages save it; the photograph is attached by its own endpoint. */
export const DraftSection = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('identity'), values: draftSections.identity }),
  z.strictObject({ section: z.literal('contact'), values: draftSections.contact }),
  z.strictObject({ section: z.literal('work'), values: draftSections.work }),
  z.strictObject({ section: z.literal('purpose'), values: draftSections.purpose }),
]);
export type DraftSection = z.output<typeof DraftSection>;

export const DraftForm = z.object({
  identity: z.optional(draftSections.identity),
  contact: z.optional(draftSections.contact),
  work: z.optional(draftSections.work),
  purpose: z.optional(draftSections.purpose),
  photo: z.optional(z.object({ photo: z.optional(z.string()) })),
});
export type DraftForm = z.output<typeof DraftForm>;

/** Consents that a submission needs: key → version of the text that was shown. */
export const requiredConsents = {
  processing: consents.processing.version,
  sensitive: consents.sensitive.version,
  commitment: consents.commitment.version,
} as const;
export const Consent = z.strictObject({
  key: z.enum(['processing', 'sensitive', 'commitment']),
  version: z.int().check(z.positive()),
});

/** Field path (`identity.idNumber`) → code, for one section; empty when the section is finished. */
export function sectionProblems(section: SectionName, values: unknown): Record<string, string> {
  const result = sections[section].safeParse(values ?? {});
  if (result.success) return {};
  const problems: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const path = [section, ...issue.path].join('.');
    // A missing key is reported by its type; to the person filling in the form it is simply not filled in.
    problems[path] ??= issue.code === 'invalid_type' ? 'required' : issue.message;
  }
  return problems;
}

/** Every open problem of a form: what the task list, check-your-answers and submit agree on. */
export function formProblems(form: DraftForm): Record<string, string> {
  return Object.assign({}, ...sectionNames.map((name) => sectionProblems(name, form[name])));
}
