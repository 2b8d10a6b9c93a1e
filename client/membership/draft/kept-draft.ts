import { type DraftForm, type DraftSection, type MemberKind, type SectionName, sectionsOf } from '@shared/membership/form';
import Taro from '@tarojs/taro';
import { KEPT_PREFIX, readStored } from '../../cloud/session';

/** Sections that are typed; the photograph and the papers are attached by commands of their own. */
export type TypedSection = DraftSection['section'];
const attached: readonly SectionName[] = ['photo', 'attachments'];
export const isTyped = (section: SectionName): section is TypedSection => !attached.includes(section);
export const typedSections = (kind: MemberKind): readonly TypedSection[] => sectionsOf(kind).filter(isTyped);
const allTyped = [...new Set([...typedSections('individual'), ...typedSections('unit')])];

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A save that was sent and may or may not have been carried out: only the same body may go out under its request id. */
export interface Attempt {
  readonly requestId: string;
  readonly version: number;
  readonly values: Values;
}

/** What was typed and is not yet known to be saved. */
export interface KeptDraft {
  readonly values: Values;
  readonly attempt?: Attempt | undefined;
}

// Under the prefix of everything that is forgotten when the person signs out.
const keyOf = (applicationId: string, section: TypedSection) => `${KEPT_PREFIX}draft:${applicationId}:${section}`;

export const readKept = (applicationId: string, section: TypedSection) => readStored<KeptDraft>(keyOf(applicationId, section));

export function keep(applicationId: string, section: TypedSection, draft: KeptDraft) {
  Taro.setStorageSync(keyOf(applicationId, section), draft);
}

export function dropKept(applicationId: string, section: TypedSection) {
  Taro.removeStorageSync(keyOf(applicationId, section));
}

const correctedKey = (applicationId: string) => `${KEPT_PREFIX}corrected:${applicationId}`;

/** Sections of a returned application that were changed on this phone since it came back. */
export const correctedSections = (applicationId: string) => readStored<readonly SectionName[]>(correctedKey(applicationId)) ?? [];

export function markCorrected(applicationId: string, section: SectionName) {
  const known = correctedSections(applicationId);
  if (!known.includes(section)) Taro.setStorageSync(correctedKey(applicationId), [...known, section]);
}

export const forgetCorrected = (applicationId: string) => Taro.removeStorageSync(correctedKey(applicationId));

/** A form as saved, overlaid with what this phone has not yet been able to save. */
export function withKept(applicationId: string, form: DraftForm): DraftForm {
  const kept = allTyped.map((section) => [section, readKept(applicationId, section)?.values] as const);
  return { ...form, ...Object.fromEntries(kept.filter(([, values]) => values !== undefined)) };
}
