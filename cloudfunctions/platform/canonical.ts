import { createHash } from 'node:crypto';
import { isDate } from 'node:util/types';

/**
 * One text for one value: keys in order, `undefined` left out, dates as `{"$date": ISO}`. What is hashed, chained and sealed
 * is this text, so it must never change for stored values.
 */
export function canonical(value: unknown): string {
  if (isDate(value)) return `{"$date":${JSON.stringify(value.toISOString())}}`;
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** The value that `canonical` made the text of; dates are dates again. */
export function parseCanonical(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const date = (value as { $date?: unknown }).$date;
    return typeof date === 'string' ? new Date(date) : value;
  });
}

/** Hex SHA-256 of a value's canonical text. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** A deterministic document id, 43 characters, of its parts in order. */
export function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
