import * as z from 'zod/mini';

/** Building blocks of inputs and outputs. An issue's message is a code that `labels.ts` turns into a sentence. */

// WeChat forbids `new Function`, which zod would otherwise try.
z.config({ jitless: true });

/** An opaque id made by us. */
export const Id = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'id.format'));
export const Version = z.int().check(z.nonnegative());
/** An opaque cursor from an earlier page. */
export const Cursor = z.string().check(z.maxLength(400, 'cursor.format'));
/** ISO 8601 instant in UTC. */
export const Instant = z.iso.datetime();

// Control, bidirectional and zero-width characters have no place in what people type.
const invisible = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** One or more lines of text, trimmed, non-empty, at most `max` characters, nothing invisible. */
export function text(max: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(max, 'text.tooLong'),
    z.refine((value) => !invisible.test(value), 'text.invisible'),
  );
}

/** What a draft may hold where the finished form wants text: anything typed so far. */
export function draftText(max: number) {
  return z.optional(z.string().check(z.maxLength(max, 'text.tooLong')));
}
