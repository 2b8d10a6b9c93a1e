import * as z from 'zod/mini';
import { birthDateOf, idNumberProblem } from '../../identity/id-number';
import { draftText, text } from '../../schema';
import { chosenFields, city, DraftPurpose, date, draftFields, mobile, oneOf, PurposeSection, wheneverObject } from './parts';

export const idTypes = ['residentId', 'passport', 'hkMacaoPermit', 'taiwanPermit'] as const;
export const genders = ['female', 'male'] as const;

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
      when: wheneverObject,
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

export const ContactSection = z.strictObject({ mobile, city, address: text(100) });

export const WorkSection = z.strictObject({
  employer: text(60),
  post: text(40),
  politicalAffiliation: z.optional(z.string().check(z.maxLength(30, 'text.tooLong'))),
  fields: chosenFields,
});

export const PhotoSection = z.strictObject({
  photo: z.string({ error: 'required' }).check(z.minLength(1, 'required'), z.maxLength(300)),
});

/** The sections of an individual's application, in the order of the task list. */
export const individualSections = {
  identity: IdentitySection,
  contact: ContactSection,
  work: WorkSection,
  purpose: PurposeSection,
  photo: PhotoSection,
} as const;

/** A finished form: what submit demands. */
export const IndividualForm = z.strictObject(individualSections);
export type IndividualForm = z.output<typeof IndividualForm>;

/** The typed sections while they are being filled in; the photograph is attached by its own endpoint. */
export const individualDrafts = {
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
    fields: draftFields,
  }),
  purpose: DraftPurpose,
} as const;
