import type { FieldErrors } from '../../shared/contract/answer';
import { AppError } from './errors';

/** The cloud cuts requests at 100 KB of text; nothing here needs near as many keys or levels. */
const maxBytes = 100 * 1024;
const maxKeys = 5_000;
const maxDepth = 24;

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Measures an event without recursion and without a database call, and stops as soon as it is too much.
 *
 * @throws request.tooLarge (more than 100 KB of text or 5,000 keys), request.invalid (not an object, deeper than 24 levels)
 */
export function checkSize(event: unknown): asserts event is Readonly<Record<string, unknown>> {
  if (!isContainer(event) || Array.isArray(event)) throw new AppError('request.invalid');
  let bytes = 0;
  let keys = 0;
  const waiting: { readonly value: object; readonly depth: number }[] = [{ value: event, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > maxDepth) throw new AppError('request.invalid');
    const list = Array.isArray(next.value);
    for (const key in next.value) {
      if (!Object.hasOwn(next.value, key)) continue;
      const value = (next.value as Readonly<Record<string, unknown>>)[key];
      keys += 1;
      bytes += 2 + (list ? 0 : key.length) + (typeof value === 'string' ? Buffer.byteLength(value) : 4);
      if (bytes > maxBytes || keys > maxKeys) throw new AppError('request.tooLarge');
      if (isContainer(value)) waiting.push({ value, depth: next.depth + 1 });
    }
  }
}

const isDangerous = (key: string) =>
  ['__proto__', 'constructor', 'prototype'].includes(key) || key.includes('.') || key.startsWith('$');

/**
 * Refuses keys that mean something to JavaScript or to the database, anywhere in the input; the event has been measured before.
 *
 * @throws request.invalid with the path of each such key
 */
export function checkKeys(input: unknown): void {
  const found: [string, string][] = [];
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: input, path: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isContainer(next.value)) continue;
    for (const [key, value] of Object.entries(next.value)) {
      const path = next.path === '' ? key : `${next.path}.${key}`;
      if (!Array.isArray(next.value) && isDangerous(key)) found.push([path, 'key.forbidden']);
      waiting.push({ value, path });
    }
  }
  if (found.length > 0) throw invalid(found);
}

/** A refusal that names at most 100 fields. */
export function invalid(fields: readonly (readonly [path: string, code: string])[]): AppError {
  const named: FieldErrors = Object.fromEntries(fields.slice(0, 100).map(([path, code]) => [path.slice(0, 200), code]));
  return new AppError('request.invalid', { fields: named });
}
