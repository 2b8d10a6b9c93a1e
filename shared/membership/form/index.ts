import * as z from 'zod/mini';
import type { AttachmentLists } from '../../rules/measures';
import { unitAttachments } from '../../rules/rules';
import { type ConsentKey, consentKeys } from '../consents';
import { individualDrafts, individualSections } from './individual';
import { AttachmentsSection, categoryProblems, unitDrafts, unitSections, withoutUnasked } from './unit';

export { genders, IndividualForm, idTypes } from './individual';
export { fields } from './parts';
export { papersOf, profileAsked, UnitForm, withoutUnasked } from './unit';

/** Persons and units apply, each with a form of their own. */
export const memberKinds = ['individual', 'unit'] as const;
export type MemberKind = (typeof memberKinds)[number];

const sections = { individual: individualSections, unit: unitSections } as const;
const allSections = { ...individualSections, ...unitSections } as const;

export type SectionName = keyof typeof allSections;

/** The sections of a kind's application, in the order of the task list. */
export const sectionsOf = (kind: MemberKind): readonly SectionName[] => Object.keys(sections[kind]) as SectionName[];

/** Fields of one section, in the order of the form. */
export const fieldsOf = (section: SectionName): readonly string[] => Object.keys(allSections[section].shape);

const { identity, contact, work, purpose } = individualDrafts;
const { unit, address, people, profile } = unitDrafts;

/**
 * One section of a draft as the form pages save it: any part may be missing or wrong, nothing may be endless or foreign. The
 * photograph and the papers are attached by endpoints of their own.
 */
export const DraftSection = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('identity'), values: identity }),
  z.strictObject({ section: z.literal('contact'), values: contact }),
  z.strictObject({ section: z.literal('work'), values: work }),
  z.strictObject({ section: z.literal('purpose'), values: purpose }),
  z.strictObject({ section: z.literal('unit'), values: unit }),
  z.strictObject({ section: z.literal('address'), values: address }),
  z.strictObject({ section: z.literal('people'), values: people }),
  z.strictObject({ section: z.literal('profile'), values: profile }),
]);
export type DraftSection = z.output<typeof DraftSection>;

/** A form of either kind while it is being filled in. */
export const DraftForm = z.object({
  identity: z.optional(identity),
  contact: z.optional(contact),
  work: z.optional(work),
  purpose: z.optional(purpose),
  photo: z.optional(z.object({ photo: z.optional(z.string()) })),
  unit: z.optional(unit),
  address: z.optional(address),
  people: z.optional(people),
  profile: z.optional(profile),
  attachments: z.optional(AttachmentsSection),
});
export type DraftForm = z.output<typeof DraftForm>;

export const Consent = z.strictObject({
  key: z.enum(consentKeys as readonly [ConsentKey, ...ConsentKey[]]),
  version: z.int().check(z.positive()),
});

/**
 * Field path (`identity.idNumber`) → code, for one section of a form; empty when the section is finished.
 *
 * @param lists papers by category, as the rule in force has them
 */
export function sectionProblems(
  section: SectionName,
  whole: DraftForm,
  lists: AttachmentLists = unitAttachments.value,
): Record<string, string> {
  const form = withoutUnasked(whole, lists);
  const result = allSections[section].safeParse(form[section] ?? {});
  const problems: Record<string, string> = {};
  for (const issue of result.error?.issues ?? []) {
    const path = [section, ...issue.path].join('.');
    // A missing key is reported by its type; to the person filling in the form it is simply not filled in.
    problems[path] ??= issue.code === 'invalid_type' ? 'required' : issue.message;
  }
  return { ...categoryProblems(section, form, lists), ...problems };
}

/** Every open problem of a form: what the task list, check-your-answers and submit agree on. */
export function formProblems(kind: MemberKind, form: DraftForm, lists?: AttachmentLists): Record<string, string> {
  return Object.assign({}, ...sectionsOf(kind).map((name) => sectionProblems(name, form, lists)));
}
