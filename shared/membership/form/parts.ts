import * as z from 'zod/mini';
import { cityCodes } from '../../cities';
import { isCalendarDate } from '../../identity/id-number';
import { draftText, text } from '../../schema';
import { invitationCodeOf } from '../invitation-code';
import { isMemberNumber } from '../member-number';

/** What forms of both kinds are made of. */

/** 活动领域, what a member works on; S0 asks for members from the main parts of modern charity. */
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

export const mobile = z.string().check(z.trim(), z.regex(/^1[3-9]\d{9}$/, 'mobile.format'));
export const date = z.string().check(
  z.minLength(1, 'required'),
  z.refine((value) => value === '' || isCalendarDate(value), 'date.notReal'),
);

/** A code out of a list; nothing chosen yet reads as required. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === '' ? 'required' : 'choice.unknown') });
}

export const city = oneOf(cityCodes as readonly [string, ...string[]]);
export const chosenFields = z
  .array(oneOf(fields))
  .check(z.minLength(1, 'required'), z.maxLength(fields.length, 'choice.tooMany'));
export const draftFields = z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20)));

/** Why somebody joins, what they mean to do, who recommends them: asked of persons and units alike. */
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
export const DraftPurpose = z.strictObject({ purpose: draftText(500), plan: draftText(500), recommender: draftText(40) });

/** Checks of a whole section, also while single fields are still wrong: one look shows everything. */
export const wheneverObject = ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null;
