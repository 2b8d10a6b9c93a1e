import * as z from 'zod/mini';
import { requestIdPattern } from '../../shared/contract/answer';
import type { Endpoint, InputOf } from '../../shared/contract/endpoint';
import { checkKeys, invalid } from './event';

type Issue = z.core.$ZodIssue;

/** An issue's message is a code of ours, or zod's sentence, which is told as `invalid`. */
const codeOf = ({ message }: Issue) => (/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(message) ? message : 'invalid');

function fieldsOf(issue: Issue): readonly (readonly [string, string])[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [[...path, key].join('.'), 'key.unknown'] as const);
  return [[path.join('.') || 'input', codeOf(issue)]];
}

/**
 * The input as the endpoint's schema reads it.
 *
 * @throws request.invalid with `fields`: the path of each mistake and its code; unknown keys are named
 */
export function parseInput<E extends Endpoint>(endpoint: E, input: unknown): InputOf<E> {
  checkKeys(input);
  const parsed = z.safeParse(endpoint.input(), input);
  if (!parsed.success) throw invalid(parsed.error.issues.flatMap(fieldsOf));
  return parsed.data as InputOf<E>;
}

/**
 * A part of an input that only its use case knows the schema of.
 *
 * @param name the field it came in, before the path of each mistake
 * @throws request.invalid as `parseInput` does
 */
export function parsePart(schema: z.ZodMiniType, part: unknown, name: string): unknown {
  const parsed = z.safeParse(schema, part);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) => fieldsOf({ ...issue, path: [name, ...issue.path] }));
  throw invalid(fields);
}

/** @throws request.invalid unless it is a request id as the client makes them */
export function parseRequestId(requestId: unknown): string {
  if (typeof requestId === 'string' && requestIdPattern.test(requestId)) return requestId;
  throw invalid([['requestId', 'requestId.format']]);
}

/** @throws request.invalid unless absent or a short text */
export function parseCapacity(actingAs: unknown): string | undefined {
  if (actingAs === undefined || actingAs === null) return undefined;
  if (typeof actingAs === 'string' && /^(self|staff|unit:[0-9A-Za-z_-]{1,64})$/.test(actingAs)) return actingAs;
  throw invalid([['actingAs', 'actingAs.format']]);
}
