import { maskIdNumber, maskMobile } from '../../../shared/identity/mask';

/** A form as sections of fields; individuals' and units' alike. */
type Sections = Readonly<Record<string, unknown>>;

export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Fields that identify somebody, whatever section they stand in. */
function maskerOf(field: string): ((text: string) => string) | undefined {
  if (/idNumber$/i.test(field)) return maskIdNumber;
  return /mobile$/i.test(field) ? maskMobile : undefined;
}

/** `section.field` → value as one line of text. */
function flat(form: Sections): ReadonlyMap<string, string> {
  const entries = Object.entries(form).flatMap(([section, values]) =>
    Object.entries((values ?? {}) as Sections).map(([field, value]) => [`${section}.${field}`, lineOf(value)] as const),
  );
  return new Map(entries);
}

const lineOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(lineOf).join('、')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value ?? '');

const isFile = (text: string) => text.includes('cloud://');

/**
 * The value of one field as it was handed in, in one line; empty for a file.
 *
 * @param path `section.field`
 */
export function valueAt(form: Sections | undefined, path: string): string {
  const value = form && flat(form).get(path);
  return value === undefined || isFile(value) ? '' : value;
}

/**
 * What one submission changed against the one before, in the order of the form: numbers that identify somebody are masked on
 * both sides, a file says `replaced`.
 */
export function differences(before: Sections, after: Sections): readonly Difference[] {
  const [old, now] = [flat(before), flat(after)];
  const fields = [...new Set([...now.keys(), ...old.keys()])];
  return fields.flatMap((field) => {
    const [was, is] = [old.get(field) ?? '', now.get(field) ?? ''];
    return was === is ? [] : [{ field, ...shown(field, was, is) }];
  });
}

function shown(field: string, before: string, after: string): Omit<Difference, 'field'> {
  if (isFile(before) || isFile(after)) return { before: '', after: 'replaced' };
  const mask = maskerOf(field);
  return mask ? { before: masked(mask, before), after: masked(mask, after) } : { before, after };
}

const masked = (mask: (text: string) => string, text: string) => (text === '' ? '' : mask(text));
